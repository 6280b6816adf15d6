import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DataSetError } from './data-set-error.ts';

export interface NumberedLine {
  text: string;
  /** From 1. */
  number: number;
}

/**
 * The lines of a UTF-8 file that hold something, one at a time, so that a file's size does not
 * matter. A byte order mark is dropped; `\n`, `\r\n` and `\r` end a line.
 *
 * @throws {DataSetError} `data-set-missing` when the file cannot be read.
 */
export async function* readLines(path: string, expected: string): AsyncGenerator<NumberedLine> {
  const stream = createReadStream(path, 'utf8');
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  try {
    for await (const line of lines) {
      number += 1;
      const text = number === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line;
      if (text.trim() !== '') yield { text, number };
    }
  } catch (cause) {
    if (!isFileError(cause)) throw cause;
    throw new DataSetError('data-set-missing', `${path} cannot be read (${cause.code})`, {
      expected,
      cause,
    });
  } finally {
    lines.close();
    stream.destroy();
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
