import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

export type NamedArray = Uint8Array | Uint32Array | Float32Array;

const constructors = { Uint8Array, Uint32Array, Float32Array } as const;
const mark = 0x58_43_4e_43;
const prefixBytes = 16;
const alignment = 8;

interface Header<Facts> {
  facts: Facts;
  arrays: { name: string; type: keyof typeof constructors; length: number }[];
  checksum: number;
}

/**
 * Writes facts and typed arrays to one file: a mark, the header's length and checksum, the header as
 * JSON, then the arrays, each at a multiple of eight bytes. The file is complete or absent: it is
 * written under another name and moved.
 */
export async function writeArrayFile(
  path: string,
  facts: unknown,
  arrays: Readonly<Record<string, NamedArray>>,
): Promise<void> {
  const parts: Uint8Array[] = [];
  let checksum = 0;
  const entries = Object.entries(arrays).map(([name, array]) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    const padding = new Uint8Array(paddingOf(array.byteLength));
    checksum = crc32(padding, crc32(bytes, checksum));
    parts.push(bytes, padding);
    return { name, type: typeOf(array), length: array.length };
  });
  const header: Header<unknown> = { facts, arrays: entries, checksum };
  const text = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(prefixBytes);
  prefix.writeUInt32LE(mark, 0);
  prefix.writeUInt32LE(text.length, 4);
  prefix.writeUInt32LE(crc32(text), 8);
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      for (const part of [prefix, text, new Uint8Array(paddingOf(text.length)), ...parts]) {
        await file.writeFile(part);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** What was written; null when the file is missing or damaged. Facts are as written, unchecked. */
export async function readArrayFile(
  path: string,
): Promise<{ facts: unknown; arrays: ReadonlyMap<string, NamedArray> } | null> {
  const file = await readFile(path).catch(() => null);
  if (!file || file.length < prefixBytes || file.readUInt32LE(0) !== mark) return null;
  const headerEnd = prefixBytes + file.readUInt32LE(4);
  if (headerEnd > file.length) return null;
  const text = file.subarray(prefixBytes, headerEnd);
  if (crc32(text) !== file.readUInt32LE(8)) return null;
  const header = JSON.parse(text.toString('utf8')) as Header<unknown>;
  let start = headerEnd + paddingOf(headerEnd - prefixBytes);
  if (crc32(file.subarray(start)) !== header.checksum) return null;
  // Views need an aligned buffer of their own; large files get one from readFile, small ones do not.
  const bytes = file.byteOffset % alignment === 0 ? file : Uint8Array.from(file);
  const arrays = new Map<string, NamedArray>();
  for (const { name, type, length } of header.arrays) {
    const Constructor = constructors[type];
    arrays.set(name, new Constructor(bytes.buffer, bytes.byteOffset + start, length));
    const size = length * Constructor.BYTES_PER_ELEMENT;
    start += size + paddingOf(size);
  }
  return { facts: header.facts, arrays };
}

/** Not by the name of its class: a Buffer is a Uint8Array too. */
function typeOf(array: NamedArray): keyof typeof constructors {
  if (array instanceof Uint32Array) return 'Uint32Array';
  return array instanceof Float32Array ? 'Float32Array' : 'Uint8Array';
}

const paddingOf = (bytes: number): number => (alignment - (bytes % alignment)) % alignment;
