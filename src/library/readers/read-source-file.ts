import type { ReadDocument } from '../document.ts';
import { createDocumentReaders } from './document-readers.ts';
import type { ReadLimits } from './read-limits.ts';

/**
 * Reads one file in a process started for it alone; for many files use `createDocumentReaders`.
 *
 * @throws {ReadError} For whatever is wrong with the file; nothing else.
 */
export async function readSourceFile(
  path: string,
  options: Partial<ReadLimits> = {},
): Promise<ReadDocument> {
  const readers = createDocumentReaders(options);
  try {
    return await readers.read(path);
  } finally {
    await readers.close();
  }
}
