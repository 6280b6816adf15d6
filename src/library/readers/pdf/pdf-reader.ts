import type { ReadDocument } from '../../document.ts';
import { ReadFailure } from '../read-failure.ts';
import type { ReaderInput } from '../reader.ts';
import { documentBlocks } from './pdf-blocks.ts';
import { contentsLines } from './pdf-contents.ts';
import type { PdfDocument } from './pdf-document.ts';
import { refuseTruncated } from './pdf-ending.ts';
import { separateNotes } from './pdf-footnotes.ts';
import { furnitureLines } from './pdf-furniture.ts';
import { learnHyphenation } from './pdf-hyphenation.ts';
import { pageLines } from './pdf-lines.ts';
import { measure } from './pdf-measures.ts';
import { damagedPdf, findDamage, openPdf } from './pdf-open.ts';
import { readPdfPages } from './pdf-pages.ts';
import { pdfPageLabels, pdfProperties } from './pdf-properties.ts';

/**
 * Reads a PDF: text in the order of reading over columns and pages, with the page of every
 * character; without running headers, footers, page numbers and tables of contents.
 *
 * @throws {ReadFailure} `file-truncated`, `file-encrypted`, `file-malformed`, `file-without-text`
 */
export async function readPdf({ bytes }: ReaderInput): Promise<ReadDocument> {
  refuseTruncated(bytes);
  const document = await openPdf(bytes);
  try {
    const { pages, failed } = await readPdfPages(document);
    const all = pages.map(pageLines);
    const furniture = furnitureLines(pages, all);
    const withoutFurniture = all.map((lines) => lines.filter((line) => !furniture.has(line)));
    const contents = contentsLines(withoutFurniture);
    const text = withoutFurniture.map((lines) => lines.filter((line) => !contents.has(line)));
    const measures = measure(text);
    const blocks = documentBlocks(
      text.map((lines) => separateNotes(lines, measures)),
      measures,
      learnHyphenation(text.flat()),
    );
    if (blocks.length === 0) throw await withoutText(bytes);
    return {
      format: 'pdf',
      blocks,
      pageCount: document.numPages,
      pageLabels: await pdfPageLabels(document),
      properties: await pdfProperties(document),
      warnings: [
        ...warningsOf(pages, failed, contents.size),
        ...(await attachmentWarnings(document)),
      ],
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** PDF.js passes over damage in silence, so that a broken file and an empty one look alike to it. */
async function withoutText(bytes: Uint8Array): Promise<ReadFailure> {
  const damage = await findDamage(bytes);
  if (damage !== null) return damagedPdf(damage);
  return holdsPictures(bytes)
    ? new ReadFailure(
        'file-without-text',
        'holds pictures of pages but no text (a scan)',
        'Run text recognition (OCR) on it and replace the file.',
      )
    : new ReadFailure(
        'file-without-text',
        'holds no text',
        'If it should, save it again from the program it was made with; otherwise leave it out.',
      );
}

function warningsOf(
  pages: readonly { number: number; items: readonly { text: string }[] }[],
  failed: readonly number[],
  contentsLineCount: number,
): string[] {
  const empty = pages
    .filter(({ items }) => items.every(({ text }) => text.trim() === ''))
    .map(({ number }) => number);
  return [
    ...(failed.length > 0 ? [`pages that could not be read: ${failed.join(', ')}`] : []),
    ...(empty.length > 0 ? [`pages without text: ${empty.join(', ')}`] : []),
    ...(contentsLineCount > 0 ? [`table of contents left out (${contentsLineCount} lines)`] : []),
  ];
}

/** Files inside the file are publications of their own. */
async function attachmentWarnings(document: PdfDocument): Promise<string[]> {
  try {
    const attachments = (await document.getAttachments()) as Record<string, unknown> | null;
    const names = Object.keys(attachments ?? {});
    return names.length > 0 ? [`attached files left out: ${names.join(', ').slice(0, 200)}`] : [];
  } catch {
    return [];
  }
}

/** Dictionaries of pictures stand in plain sight in every PDF, compressed or encrypted as it may be. */
function holdsPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
  );
}
