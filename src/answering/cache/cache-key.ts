import { createHash } from 'node:crypto';
import type { Audience } from '../../people/index.ts';

/** All that an answer of a model depends on. */
export interface CacheKeyParts {
  /** Standalone. */
  question: string;
  audiences: readonly Audience[];
  /** Changes whenever a search may find something else. */
  libraryState: string;
  /** Changes with the model, its prompts and its settings. */
  composer: string;
  /** UTC ms; its day counts, which the prompt names. */
  now: number;
}

/**
 * What an answer is found by when the same is asked again: a SHA-256 in hexadecimal digits. Questions
 * are the same that differ in case, white space and the marks at their end.
 */
export function cacheKeyOf({ audiences, now, ...parts }: CacheKeyParts): string {
  const all = [
    normalise(parts.question),
    [...new Set(audiences)].sort(),
    parts.libraryState,
    parts.composer,
    new Date(now).toISOString().slice(0, 10),
  ];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

function normalise(question: string): string {
  return question
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[\s.?!…]+$/u, '')
    .trim()
    .toLowerCase();
}
