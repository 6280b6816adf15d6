import { crc32 } from 'node:zlib';
import type { LatentSemanticModel } from './latent-semantic-model.ts';

const formatVersion = 1;
const headerBytes = 20;

/**
 * A fitted model as bytes: format version, dimensions, number of terms, bytes of the terms and a
 * checksum of what follows (five little-endian uint32); then the terms, a line each, in UTF-8, padded
 * to four bytes; then weights and term vectors as float32.
 */
export function modelToBytes(model: LatentSemanticModel): Uint8Array {
  const names = Buffer.from(model.terms.join('\n'));
  const padding = (4 - (names.length % 4)) % 4;
  const body = Buffer.concat([
    names,
    Buffer.alloc(padding),
    bytesOf(model.weights),
    bytesOf(model.termVectors),
  ]);
  const header = Buffer.alloc(headerBytes);
  const facts = [formatVersion, model.dimensions, model.terms.length, names.length, crc32(body)];
  facts.forEach((fact, at) => {
    header.writeUInt32LE(fact, at * 4);
  });
  return Buffer.concat([header, body]);
}

/** The model, or null when the bytes are damaged or of another version. */
export function modelFromBytes(bytes: Uint8Array): LatentSemanticModel | null {
  if (bytes.length < headerBytes) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fact = (at: number): number => buffer.readUInt32LE(at * 4);
  const [version, dimensions, count, nameBytes] = [fact(0), fact(1), fact(2), fact(3)];
  const start = headerBytes + Math.ceil(nameBytes / 4) * 4;
  const end = start + 4 * count * (1 + dimensions);
  if (version !== formatVersion || buffer.length !== end) return null;
  if (crc32(buffer.subarray(headerBytes)) !== fact(4)) return null;
  const numbers = new Float32Array(Uint8Array.from(buffer.subarray(start)).buffer);
  return {
    dimensions,
    terms: buffer.toString('utf8', headerBytes, headerBytes + nameBytes).split('\n'),
    weights: numbers.subarray(0, count),
    termVectors: numbers.subarray(count),
  };
}

function bytesOf(numbers: Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
