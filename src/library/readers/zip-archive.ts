import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ReadFailure } from './read-failure.ts';

const mostEntries = 20_000;

/** The parts of a ZIP file, inflated on demand and never beyond the limit all together. */
export interface ZipArchive {
  /** Names in the order of the archive's directory. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** A part as UTF-8 text; null when there is no such part. @throws {ReadFailure} */
  text(name: string): Promise<string | null>;
  /** Inflates parts only to count their bytes. @throws {ReadFailure} `file-too-large` */
  measure(names: readonly string[]): Promise<void>;
}

/**
 * Opens a ZIP archive held in memory. Sizes are counted while inflating, so that neither a lying
 * directory nor a part that inflates a thousandfold costs more than the limit.
 *
 * @param inflatedBytes - Limit over everything inflated through this archive.
 * @throws {ReadFailure} `file-truncated` or `file-malformed`
 */
export async function openZipArchive(
  bytes: Uint8Array,
  inflatedBytes: number,
): Promise<ZipArchive> {
  const file = await openFile(bytes);
  const entries = await entriesOf(file);
  let inflated = 0;

  async function inflate(entry: Entry, keep: boolean): Promise<Buffer> {
    if (entry.isEncrypted()) {
      throw new ReadFailure(
        'file-encrypted',
        'is protected by a password',
        'Remove the password and save it again.',
      );
    }
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of await file.openReadStreamPromise(entry)) {
        inflated += (chunk as Buffer).length;
        if (inflated > inflatedBytes) throw tooLarge(inflatedBytes);
        if (keep) chunks.push(chunk as Buffer);
      }
    } catch (cause) {
      if (cause instanceof ReadFailure) throw cause;
      throw damaged(cause);
    }
    return Buffer.concat(chunks);
  }

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    async text(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const content = await inflate(entry, true);
      const encoding = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : 'utf-8';
      return new TextDecoder(encoding).decode(content);
    },
    async measure(names) {
      const before = inflated;
      for (const name of names) {
        const entry = entries.get(name);
        if (entry) await inflate(entry, false);
      }
      inflated = before;
    },
  };
}

async function openFile(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: false });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (!/end of central directory/i.test(message)) throw damaged(cause);
    throw new ReadFailure(
      'file-truncated',
      'is cut short: the end of its archive is missing',
      'The copy or download probably broke off; fetch the file again.',
      cause,
    );
  }
}

function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    file.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > mostEntries) reject(damaged(new Error(`over ${mostEntries} parts`)));
      else file.readEntry();
    });
    file.on('end', () => resolve(entries));
    file.on('error', (cause: unknown) => reject(damaged(cause)));
    file.readEntry();
  });
}

function damaged(cause: unknown): ReadFailure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ReadFailure(
    'file-malformed',
    `is damaged (${reason.slice(0, 160)})`,
    'Open it in the program it was made with, save it again, and replace the file.',
    cause,
  );
}

function tooLarge(inflatedBytes: number): ReadFailure {
  const limit = Math.round(inflatedBytes / 1024 / 1024);
  return new ReadFailure(
    'file-too-large',
    `unpacks to more than ${limit} MiB of text`,
    'No real document does; check where it comes from. If it is genuine, split it.',
  );
}
