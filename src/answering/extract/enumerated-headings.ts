import type { PublicationText } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { Question } from '../question/question.ts';
import type { Candidate } from './candidate.ts';

/** Fewer headings of a kind are no list. */
const leastHeadings = 3;
const pluralNoun = /\b\p{L}{3,}s\b/giu;
/** Words that narrow nothing down. */
const scaffolding =
  /^(?:what|which|were|list|name|give|tell|show|have|that|this|they|their|from|main|made|make|makes|said|says|does|there|total|different|please|report|reports|publication|paper|document|chapter|common|overall|with)$/i;

/**
 * The headings that number what a question asks the list of, as claims in their order:
 * `Recommendation 1: …`, `Recommendation 2: …` for `What were the inquiry's recommendations?`.
 * Empty unless a publication found numbers them from one, and the question narrows them down by
 * nothing but the publication's title.
 *
 * @param found passages in order of preference for their publications.
 */
export function findEnumeratedHeadings(
  { focus, type }: Question,
  found: readonly RetrievedPassage[],
  texts: ReadonlyMap<string, PublicationText>,
): Candidate[] {
  if (type !== 'list') return [];
  const nouns = [...new Set(focus.toLowerCase().match(pluralNoun) ?? [])].map(singular);
  for (const retrieved of found) {
    const publication = texts.get(retrieved.publication.id);
    if (publication === undefined) continue;
    for (const noun of nouns) {
      if (!asksForAll(focus, noun, retrieved.publication.title)) continue;
      const candidates = headingsOf(noun, retrieved, publication);
      if (candidates.length >= leastHeadings) return candidates;
    }
  }
  return [];
}

function headingsOf(
  noun: string,
  retrieved: RetrievedPassage,
  { text, headings }: PublicationText,
): Candidate[] {
  const numbered = new RegExp(`^${noun}\\s+(\\d{1,2})\\s*[:.\\u2013\\u2014-]\\s*(?=\\p{L})`, 'iu');
  const found = new Map<number, Candidate>();
  for (const { offset } of headings) {
    const lineEnd = text.indexOf('\n', offset);
    const line = text.slice(offset, lineEnd < 0 ? text.length : lineEnd).trimEnd();
    const number = Number(numbered.exec(line)?.[1] ?? 0);
    if (number === 0 || found.has(number)) continue;
    found.set(number, {
      kind: 'sentence',
      rank: 0,
      position: number - 1,
      retrieved,
      source: { text: line, characterStart: offset },
      ranges: [{ start: offset, end: offset + line.length }],
      text: line,
      headings: [],
      previous: null,
      next: null,
      group: null,
    });
  }
  const inOrder = [...found].sort(([left], [right]) => left - right);
  // A gap means that some were not read as headings: half a list would mislead.
  return inOrder.every(([number], index) => number === index + 1)
    ? inOrder.map(([, candidate]) => candidate)
    : [];
}

function asksForAll(focus: string, noun: string, title: string): boolean {
  const known = title.toLowerCase();
  const words = focus.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.every(
    (word) => singular(word) === noun || scaffolding.test(word) || known.includes(singular(word)),
  );
}

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '');
