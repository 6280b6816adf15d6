import { ReadFailure } from '../read-failure.ts';

const startWithin = 1_024;

/**
 * Refuses a PDF that is cut short. PDF.js repairs such a file by collecting the objects that are
 * left, which gives half a document without a word. A whole file ends with `startxref` and `%%EOF`
 * and has no objects after them; a linearised one also says how long it is.
 *
 * @throws {ReadFailure} `file-truncated`
 */
export function refuseTruncated(bytes: Uint8Array): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = content.subarray(0, startWithin).toString('latin1');
  const length = /\/Linearized[^>]*?\/L\s+(\d+)/.exec(start)?.[1];
  if (length !== undefined && Number(length) > bytes.length + startWithin) throw truncated();

  const end = Math.max(content.lastIndexOf('%%EOF'), content.lastIndexOf('startxref'));
  if (end < 0) throw truncated();
  if (/\d+\s+\d+\s+obj\b/.test(content.subarray(end).toString('latin1'))) throw truncated();
}

function truncated(): ReadFailure {
  return new ReadFailure(
    'file-truncated',
    'is cut short: its end is missing',
    'The copy or download probably broke off; fetch the file again.',
  );
}
