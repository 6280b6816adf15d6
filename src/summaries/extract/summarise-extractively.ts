import { createCiteStatements } from '../cite-statements.ts';
import type { ReadPublication } from '../read-publication.ts';
import { type Summary, type SummaryLength, type SummaryReader, wordsOf } from '../summary.ts';
import { readStatements } from './read-statements.ts';
import { scoreStatements } from './scoring/score-statements.ts';
import { selectStatements } from './select-statements.ts';

export interface ExtractOptions {
  length: SummaryLength;
  reader: SummaryReader;
  /** Most words of all statements, instead of those of `length`; null for one sentence. */
  words?: number | null;
}

/**
 * Summarises a publication in its own words, without a model.
 *
 * @returns null when it says nothing that can be quoted.
 */
export function summariseExtractively(
  read: ReadPublication,
  { length, reader, words = wordsOf[length] }: ExtractOptions,
): Summary | null {
  const { publication } = read;
  const scored = scoreStatements(readStatements(read), publication);
  const { claim } = createCiteStatements([read]);
  const claims = selectStatements(scored, { words }).flatMap(({ candidate }) => {
    const made = claim(candidate);
    return made === null ? [] : [made];
  });
  if (claims.length === 0) return null;
  return {
    publication,
    length,
    reader,
    composer: 'extractive',
    parts: [{ item: 'findings', claims }],
    notReported: [],
    notes: [],
  };
}
