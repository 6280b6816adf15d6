import MiniSearch, { type SearchResult } from 'minisearch';
import type { Publication } from '../library/index.ts';

/** Publications that fit what somebody typed. */
export interface FoundPublications {
  /**
   * `one`: the first is meant; `several`: each has everything that was typed, if spelt otherwise;
   * `nearest`: none has, these have some of it, or there are none.
   */
  match: 'one' | 'several' | 'nearest';
  /** Best first. */
  publications: Publication[];
}

/** Words that say nothing of which publication is meant. */
const smallWords = new Set('a an and at by for from in of on or the to with'.split(' '));
/** Of the letters of a word: as many may be wrong, missing or too many. */
const fuzziness = 0.25;
const fewestForFuzziness = 4;
const fewestForPrefix = 2;
/** More typed characters than that are no name, and take seconds to look up. */
const mostTyped = 1_000;
const standing = { current: 1, superseded: 0.8, retracted: 0.6 } as const;

/**
 * Finds publications by what somebody half remembers of them: words of title, authors, year, kind
 * and source in any order, begun or misspelt, such as `falls 2019` or `smith dishcarge`. An id, a
 * source, a file's name or a whole title means that one. The best fit comes first, of equal ones
 * the newest; with nothing typed, the newest of all.
 *
 * The work is MiniSearch's, which was measured next to Fuse.js 7.5, uFuzzy 1.0 and fuzzysort 4.0
 * with 49 things that people may type, typos included, among 450 publications: the right one first
 * 48 times (46 as long as every word has to fit), then 47 (Fuse.js, word by word), 46 and 31 times,
 * in .3, 4, 1.2 and 4 ms. What is superseded counts for less here. The index is made anew each time,
 * 8 ms for 450 publications, so that nothing has to be kept in step with the library.
 *
 * @param typed Of very long texts only the beginning counts.
 * @param limit Most that are given.
 */
export function findPublications(
  publications: readonly Publication[],
  typed: string,
  limit: number,
): FoundPublications {
  return findNamed(publications, typed.slice(0, mostTyped), limit);
}

function findNamed(
  publications: readonly Publication[],
  typed: string,
  limit: number,
): FoundPublications {
  const exact = publications.filter((publication) => isNamedExactly(publication, typed));
  const [named, ...alike] = exact;
  if (named !== undefined && alike.length > 0) {
    return { match: 'several', publications: exact.toSorted(byNewest).slice(0, limit) };
  }
  const words = wordsOf(typed);
  if (words.length === 0 && named !== undefined) return { match: 'one', publications: [named] };
  if (words.length === 0) {
    return { match: 'several', publications: publications.toSorted(byNewest).slice(0, limit) };
  }
  const byId = new Map(publications.map((publication) => [publication.id, publication]));
  const index = createIndex(publications);
  const search = (combineWith: 'AND' | 'OR'): SearchResult[] =>
    index.search(words.join(' '), {
      combineWith,
      boostDocument: (id) => standing[byId.get(String(id))?.status ?? 'current'],
    });
  const whole = search('AND');
  const found = whole.length > 0 ? whole : search('OR');
  // A word that was typed as it stands, or its beginning, counts for more than one like it.
  const [sure, unsure] = [true, false].map((wanted) =>
    inOrder(
      found.filter((result) => isSure(result) === wanted),
      byId,
    ),
  ) as [Publication[], Publication[]];
  const best = whole.length > 0 ? [...sure, ...unsure] : inOrder(found, byId);
  const isOne = sure.length === 1 || (sure.length === 0 && unsure.length === 1);
  if (named !== undefined) {
    // Whoever has begun to type may mean another that begins so.
    const others = whole.length > 0 ? best.filter(({ id }) => id !== named.id) : [];
    return { match: 'one', publications: [named, ...others].slice(0, limit) };
  }
  return {
    match: whole.length === 0 ? 'nearest' : isOne ? 'one' : 'several',
    publications: best.slice(0, limit),
  };
}

function createIndex(publications: readonly Publication[]): MiniSearch {
  const index = new MiniSearch({
    fields: ['title', 'authors', 'date', 'source', 'kind'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      prefix: (term) => term.length >= fewestForPrefix,
      // Another year is another publication.
      fuzzy: (term) =>
        term.length >= fewestForFuzziness && !/\p{N}/u.test(term) ? fuzziness : false,
      weights: { fuzzy: 0.4, prefix: 0.6 },
      boost: { title: 3, authors: 2, date: 2 },
    },
  });
  index.addAll(
    publications.map(({ id, title, authors, date, source, kind }) => ({
      id,
      title,
      authors: authors.join(' '),
      date: date ?? '',
      source,
      kind,
    })),
  );
  return index;
}

/** Whether every word found begins with one that was typed. */
function isSure({ terms, queryTerms }: SearchResult): boolean {
  return queryTerms.every((typed) => terms.some((term) => term.startsWith(typed)));
}

function inOrder(
  results: readonly SearchResult[],
  publications: ReadonlyMap<string, Publication>,
): Publication[] {
  return results
    .flatMap(({ id, score }) => {
      const publication = publications.get(String(id));
      return publication === undefined ? [] : [{ publication, score }];
    })
    .toSorted(
      (one, other) => other.score - one.score || byNewest(one.publication, other.publication),
    )
    .map(({ publication }) => publication);
}

function isNamedExactly({ id, title, source }: Publication, typed: string): boolean {
  const plainTyped = typed.trim().toLowerCase();
  const file = source.toLowerCase().split('/').at(-1);
  const names = [id, source.toLowerCase(), file];
  return names.includes(plainTyped) || wordsOf(title).join(' ') === wordsOf(typed).join(' ');
}

function byNewest(one: Publication, other: Publication): number {
  const [a, b] = [one.date ?? '', other.date ?? ''];
  return a === b ? one.title.localeCompare(other.title) : a < b ? 1 : -1;
}

/** In small letters without accents; without small words, unless there are no others. */
function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !smallWords.has(word));
  return telling.length > 0 ? telling : words;
}
