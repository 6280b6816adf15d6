import type { Publication } from '../../library/index.ts';

/** Publications that may be meant by what somebody typed, best first. */
export interface FoundByWords {
  /** One alone is clearly meant. */
  matches: Publication[];
  /** A few that come near where none matches. */
  nearest: Publication[];
}

const mostNearest = 3;

/** Looks in titles, authors and dates for every word that was typed. */
export function findByWords(publications: readonly Publication[], typed: string): FoundByWords {
  const wanted = wordsOf(typed);
  const counted = publications
    .map((publication) => {
      const { title, authors, date } = publication;
      const text = ` ${wordsOf(`${title} ${authors.join(' ')} ${date ?? ''}`).join(' ')}`;
      return { publication, found: wanted.filter((word) => text.includes(` ${word}`)).length };
    })
    .filter(({ found }) => found > 0)
    .sort((one, other) => other.found - one.found);
  const matches = counted.filter(({ found }) => found === wanted.length);
  return {
    matches: matches.map(({ publication }) => publication),
    nearest: counted.slice(0, mostNearest).map(({ publication }) => publication),
  };
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
