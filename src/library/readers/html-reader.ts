import { load } from 'cheerio';
import type { ReadDocument } from '../document.ts';
import { decodeText } from './decode-text.ts';
import { htmlBlocks } from './html-blocks.ts';
import { mainContent } from './html-main-content.ts';
import { htmlProperties } from './html-properties.ts';
import type { ReaderInput } from './reader.ts';

const declarationWithin = 4_096;

/** Reads a web page: its main content only, without scripts, navigation and other furniture. */
export async function readHtml({ bytes }: ReaderInput): Promise<ReadDocument> {
  const $ = load(decodeText(bytes, declaredEncoding(bytes)));
  const properties = htmlProperties($);
  const { heading, root } = mainContent($);
  return {
    format: 'html',
    blocks: htmlBlocks($, heading ? [heading, root] : [root]),
    pageCount: null,
    pageLabels: null,
    properties,
    warnings: [],
  };
}

/** `<meta charset>`, its older `http-equiv` form, or an XML declaration. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, declarationWithin)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(start)?.[1]
  );
}
