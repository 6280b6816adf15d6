import { load } from 'cheerio';
import mammoth from 'mammoth';
import type { ReadDocument } from '../document.ts';
import { htmlBlocks } from './html-blocks.ts';
import { officeProperties } from './office-properties.ts';
import { ReadFailure } from './read-failure.ts';
import type { ReaderInput } from './reader.ts';

/** Word's title styles become the first level; its headings keep theirs, one below a title. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Caption'] => p:fresh",
  "p[style-name='caption'] => p:fresh",
  "p[style-name='TOC Heading'] => !",
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((level) => [
    `p[style-name='toc ${level}'] => !`,
    `p[style-name='TOC ${level}'] => !`,
  ]),
  "p[style-name='table of figures'] => !",
];

/**
 * Reads a Word document through mammoth: headings by style, lists, tables, foot- and endnotes.
 * Running headers and footers, pictures, deleted text, comments and the table of contents are not
 * its text and are left out.
 */
export async function readDocx({ bytes, archive }: ReaderInput): Promise<ReadDocument> {
  if (!archive) throw new Error('a Word document is read from its archive');
  await archive.measure(archive.names.filter((name) => /\.(xml|rels)$/i.test(name)));
  const $ = load(await htmlOf(bytes));
  const comments = await archive.text('word/comments.xml');
  return {
    format: 'docx',
    blocks: htmlBlocks($, $('body').toArray()),
    pageCount: null,
    pageLabels: null,
    properties: await officeProperties(archive),
    warnings: comments?.includes('<w:comment ') ? ['reviewers’ comments were left out'] : [],
  };
}

async function htmlOf(bytes: Uint8Array): Promise<string> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ReadFailure(
      'file-malformed',
      `is a damaged Word document (${reason.slice(0, 160)})`,
      'Open it in Word, save it again, and replace the file.',
      cause,
    );
  }
}
