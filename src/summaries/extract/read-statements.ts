import { type Candidate, findCandidates } from '../../answering/index.ts';
import type { ReadPublication } from '../read-publication.ts';

/**
 * Everything in a publication that could be said of it, word for word: sentences, list items with
 * what leads in to them, table rows; in reading order, each place once.
 */
export function readStatements({ publication, text, passages }: ReadPublication): Candidate[] {
  const unranked = { publication, score: 0, lexicalScore: null, semanticSimilarity: null };
  return findCandidates(
    passages.map((passage) => ({ ...unranked, passage })),
    new Map([[publication.id, text]]),
  ).sort((left, right) => startOf(left) - startOf(right));
}

/** Offset in the publication's text at which a statement's own words begin, after its lead-in. */
export function startOf({ ranges }: Pick<Candidate, 'ranges'>): number {
  return ranges.at(-1)?.start ?? 0;
}
