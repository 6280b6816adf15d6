import { createHash } from 'node:crypto';
import type { ChatRequest } from '../../prompting/index.ts';

/** Where `asData` has put the marker of a request. */
const delimiter = /<<end ([0-9a-f]{12})>>/g;

/**
 * What a request is recorded under, 64 hexadecimal digits: the same for requests that differ in
 * their random markers alone. Which model is asked does not count.
 */
export function callKey({ messages, output, mostTokens }: ChatRequest): string {
  const written = JSON.stringify([messages.map(({ role, content }) => [role, content])]);
  const markers = new Set(Array.from(written.matchAll(delimiter), ([, marker = '']) => marker));
  let plain = written;
  for (const marker of markers) plain = plain.replaceAll(marker, 'marker');
  return createHash('sha256')
    .update(JSON.stringify([plain, output, mostTokens]))
    .digest('hex');
}
