import type { Candidate, CharacterRange } from '../../answering/index.ts';
import type { ReadPublication } from '../read-publication.ts';

/** Words of a publication that are no sentence, such as a heading, as something that can be quoted. */
export function passageCandidate(
  { publication, text, passages }: ReadPublication,
  ranges: readonly CharacterRange[],
): Candidate | null {
  const start = ranges[0]?.start ?? 0;
  const end = ranges.at(-1)?.end ?? start;
  const passage =
    passages.find(({ characterEnd }) => characterEnd > start) ?? passages.at(-1) ?? null;
  if (passage === null) return null;
  return {
    kind: 'sentence',
    rank: passage.ordinal,
    position: 0,
    retrieved: { publication, passage, score: 0, lexicalScore: null, semanticSimilarity: null },
    source: { text: text.text.slice(start, end), characterStart: start },
    ranges: [...ranges],
    text: ranges.map((range) => text.text.slice(range.start, range.end)).join(' '),
    headings: [],
    previous: null,
    next: null,
    group: null,
  };
}
