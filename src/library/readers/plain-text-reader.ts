import type { ReadDocument } from '../document.ts';
import { decodeText } from './decode-text.ts';
import { plainTextBlocks } from './plain-text-blocks.ts';
import type { ReaderInput } from './reader.ts';

/** Reads plain text: paragraphs, bullets, and headings where a line can hardly be anything else. */
export async function readPlainText({ bytes }: ReaderInput): Promise<ReadDocument> {
  return {
    format: 'text',
    blocks: plainTextBlocks(decodeText(bytes)),
    pageCount: null,
    pageLabels: null,
    properties: {},
    warnings: [],
  };
}
