import type { ReadDocument } from '../document.ts';
import type { DocumentFormat } from '../publication.ts';
import { detectFormat, isZip } from './detect-format.ts';
import { readDocx } from './docx-reader.ts';
import { readHtml } from './html-reader.ts';
import { readMarkdown } from './markdown-reader.ts';
import { readPdf } from './pdf/pdf-reader.ts';
import { readPlainText } from './plain-text-reader.ts';
import { readPptx } from './pptx-reader.ts';
import { ReadFailure } from './read-failure.ts';
import type { ReadLimits } from './read-limits.ts';
import type { Reader } from './reader.ts';
import { openZipArchive } from './zip-archive.ts';

const readers: Record<DocumentFormat, Reader> = {
  markdown: readMarkdown,
  text: readPlainText,
  html: readHtml,
  pdf: readPdf,
  docx: readDocx,
  pptx: readPptx,
};

/**
 * Detects the format and parses, in the process that calls it; only `createDocumentReaders` bounds
 * time and memory.
 *
 * @throws {ReadFailure} For every problem that a format's reader recognises.
 */
export async function documentFromBytes(
  bytes: Uint8Array,
  fileName: string,
  limits: Pick<ReadLimits, 'inflatedBytes'>,
): Promise<ReadDocument> {
  const archive = isZip(bytes) ? await openZipArchive(bytes, limits.inflatedBytes) : null;
  const format = detectFormat(bytes, fileName, archive);
  const document = await readers[format]({ bytes, archive }).catch(explainDepth);
  if (document.blocks.length > 0) return document;
  throw new ReadFailure(
    'file-without-text',
    'holds no text',
    'If it should, save it again from the program it was made with; otherwise leave it out.',
  );
}

/** Parsers call themselves for every level of nesting, and give up with this error. */
function explainDepth(error: unknown): never {
  if (!(error instanceof RangeError && /call stack/i.test(error.message))) throw error;
  throw new ReadFailure(
    'file-malformed',
    'is nested too deeply to be read',
    'Open it in the program it was made with, save it again, and replace the file.',
    error,
  );
}
