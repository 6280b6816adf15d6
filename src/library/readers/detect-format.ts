import { extname } from 'node:path';
import type { DocumentFormat } from '../publication.ts';
import { decodeText } from './decode-text.ts';
import { ReadFailure } from './read-failure.ts';
import { formatOfExtension } from './readable-extensions.ts';
import type { ZipArchive } from './zip-archive.ts';

/** What a file's content shows it to be. `name` is what people call it, with its article. */
export interface DetectedContent {
  name: string;
  /** null for content that Concord does not read. */
  format: DocumentFormat | null;
}

/** Those of text files; the escape introduces colours and ISO-2022 character sets. */
const usualControls = new Set(['\t', '\n', '\v', '\f', '\r', '\u001b', '\u0085']);

const saveAsSupported = 'Save it as PDF, DOCX, PPTX, HTML, Markdown or plain text.';

const signatures: readonly { bytes: readonly number[]; name: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], name: 'a TIFF picture' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], name: 'a TIFF picture' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'an RTF document' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7-Zip archive' },
  { bytes: [0x25, 0x21, 0x50, 0x53], name: 'a PostScript file' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'a SQLite database' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: [0x4d, 0x5a], name: 'a program' },
];

/** True for content that must be opened as a ZIP archive to know what it is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

/** Where `%PDF-` stands; the standard allows bytes before it, up to 1 KiB. -1 when it does not. */
export function pdfHeaderOffset(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_029)).indexOf(
    '%PDF-',
  );
}

/**
 * The format to read a file as, from its content, held against what its name promises.
 *
 * @throws {ReadFailure} When the content is none that Concord reads, is encrypted, or is another
 *   than the name says.
 */
export function detectFormat(
  bytes: Uint8Array,
  fileName: string,
  archive: ZipArchive | null,
): DocumentFormat {
  const extension = extname(fileName).toLowerCase();
  const promised = formatOfExtension[extension];
  const content = contentOf(bytes, archive, promised);

  if (promised === undefined && extension !== '') {
    const problem = content.format === null ? `is ${content.name}` : `has the ending ${extension}`;
    throw new ReadFailure(
      'file-unsupported',
      `${problem}, which Concord does not read`,
      saveAsSupported,
    );
  }
  if (content.format === promised && promised !== undefined) return promised;
  if (promised === undefined && content.format !== null) return content.format;
  if (promised === undefined) {
    throw new ReadFailure(
      'file-unsupported',
      `is ${content.name}, which Concord does not read`,
      saveAsSupported,
    );
  }
  throw new ReadFailure(
    'file-mislabelled',
    `is named ${extension} but its content is ${content.name}`,
    content.format === null
      ? `Put the real ${extension.slice(1).toUpperCase()} file in its place.`
      : 'Fetch the file again, or give it the ending that fits its content.',
  );
}

function contentOf(
  bytes: Uint8Array,
  archive: ZipArchive | null,
  promised: DocumentFormat | undefined,
): DetectedContent {
  if (
    pdfHeaderOffset(bytes) >= 0 &&
    (promised === 'pdf' || startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
  ) {
    return { name: 'a PDF', format: 'pdf' };
  }
  if (archive) return zipContent(archive);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compoundContent(bytes);
  const signature = signatures.find((candidate) => startsWith(bytes, candidate.bytes));
  if (signature) return { name: signature.name, format: null };
  return textContent(bytes, promised);
}

function zipContent(archive: ZipArchive): DetectedContent {
  if (archive.has('word/document.xml')) return { name: 'a Word document', format: 'docx' };
  if (archive.has('ppt/presentation.xml')) return { name: 'a PowerPoint file', format: 'pptx' };
  if (archive.has('xl/workbook.xml')) return { name: 'an Excel workbook', format: null };
  if (archive.has('META-INF/container.xml')) return { name: 'an e-book (EPUB)', format: null };
  if (archive.has('content.xml')) return { name: 'an OpenDocument file', format: null };
  return { name: 'a ZIP archive without a document in it', format: null };
}

/** OLE compound files: Office before 2007, and newer Office files behind a password. */
function compoundContent(bytes: Uint8Array): DetectedContent {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (content.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new ReadFailure(
      'file-encrypted',
      'is protected by a password',
      'Remove the password in Word or PowerPoint and save it again.',
    );
  }
  return { name: 'a file of Office 97 to 2003 (.doc, .ppt or .xls)', format: null };
}

function textContent(bytes: Uint8Array, promised: DocumentFormat | undefined): DetectedContent {
  const text = decodeText(bytes).slice(0, 65_536);
  if (looksBinary(text)) return { name: 'unknown binary data', format: null };
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html[\s>])/i.test(text)) {
    return { name: 'a web page (HTML)', format: 'html' };
  }
  if (promised === 'html') return { name: 'a web page (HTML)', format: 'html' };
  if (promised === 'markdown') return { name: 'Markdown', format: 'markdown' };
  return { name: 'plain text', format: 'text' };
}

/** Text has next to no control characters; undecodable bytes show as U+FFFD. */
function looksBinary(text: string): boolean {
  const odd = [...text.matchAll(/\p{Cc}|\ufffd/gu)].filter(
    ([character]) => !usualControls.has(character),
  ).length;
  return odd > 8 && odd > text.length * 0.02;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
