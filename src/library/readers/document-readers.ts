import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReadDocument } from '../document.ts';
import { ReadError } from './read-error.ts';
import { defaultReadLimits, type ReadLimits } from './read-limits.ts';
import { type ReadingProcess, startReadingProcess } from './reading-process.ts';

export interface DocumentReaders {
  /**
   * Reads one file. Calls beyond the number of processes wait for their turn; a file that kills its
   * process is reported and the next one gets a new process.
   *
   * @param path - Path of the file; its last part is the name that messages use.
   * @param bytes - The file's content, when the caller has read it already.
   * @throws {ReadError} For whatever is wrong with the file; nothing else.
   */
  read(path: string, bytes?: Uint8Array): Promise<ReadDocument>;
  /** Ends the processes; reads under way fail with `readers-closed` or `read-crashed`. */
  close(): Promise<void>;
}

/**
 * Readers that parse in processes of their own, started when first needed and used again.
 *
 * @param options.processes - How many files may be parsed at once, 1 or more; one by default.
 */
export function createDocumentReaders(
  options: Partial<ReadLimits> & { processes?: number } = {},
): DocumentReaders {
  const { processes = 1, ...limitOptions } = options;
  const limits: ReadLimits = { ...defaultReadLimits, ...limitOptions };
  const idle: ReadingProcess[] = [];
  const all = new Set<ReadingProcess>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let closed = false;

  async function withProcess<T>(work: (process: ReadingProcess) => Promise<T>): Promise<T> {
    if (busy >= processes) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    let reader = idle.pop();
    while (reader && !reader.alive) {
      all.delete(reader);
      reader = idle.pop();
    }
    if (!reader && !closed) {
      reader = startReadingProcess(limits);
      all.add(reader);
    }
    try {
      if (!reader || closed) throw closedError();
      return await work(reader);
    } finally {
      if (reader?.alive) idle.push(reader);
      else if (reader) all.delete(reader);
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  return {
    async read(path, given) {
      if (closed) throw closedError();
      const name = basename(path);
      const bytes = given ?? (await bytesOf(path, name, limits));
      refuseBySize(bytes.length, name, limits);
      return withProcess((reader) => reader.read(bytes, name));
    },
    async close() {
      closed = true;
      await Promise.all([...all].map((reader) => reader.close()));
    },
  };
}

async function bytesOf(path: string, name: string, limits: ReadLimits): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    refuseBySize(size, name, limits);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof ReadError) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw missing
      ? new ReadError('file-not-found', name, 'does not exist', 'Check the path.', { cause })
      : new ReadError(
          'file-unreadable',
          name,
          'cannot be opened',
          'Check that it is a file and that Concord may read it.',
          { cause },
        );
  }
}

function refuseBySize(size: number, name: string, limits: ReadLimits): void {
  if (size === 0) {
    throw new ReadError(
      'file-empty',
      name,
      'is empty (0 bytes)',
      'The copy probably failed; put the original in its place.',
    );
  }
  if (size <= limits.fileBytes) return;
  throw new ReadError(
    'file-too-large',
    name,
    `has ${mebibytes(size)} MiB; at most ${mebibytes(limits.fileBytes)} MiB are read`,
    'Split it, or leave out its pictures.',
    { details: { bytes: size, permittedBytes: limits.fileBytes } },
  );
}

function mebibytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}

function closedError(): ReadError {
  return new ReadError(
    'readers-closed',
    'The file',
    'was not read because the program is stopping',
    'Start the ingestion again.',
  );
}
