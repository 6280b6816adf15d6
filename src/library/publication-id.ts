import { createHash } from 'node:crypto';

const length = 12;

/**
 * The id of the publication from a source: 60 bits of SHA-256 in lower-case base 32. Derived
 * rather than drawn, so that a library built again keeps its ids and two ingests at once cannot
 * make two publications of one file. At 100,000 publications, the odds that any two share an id
 * are about 1 in 230 million.
 */
export function publicationIdOf(source: string): string {
  const digest = createHash('sha256').update(source.normalize('NFC')).digest();
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  return Array.from(digest.subarray(0, length), (byte) => alphabet[byte % 32]).join('');
}
