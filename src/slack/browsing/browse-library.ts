import { documentKinds, type Publication, type PublicationKind } from '../../library/index.ts';
import { findPublications } from '../../summaries/index.ts';

/** What somebody looks for in the library. */
export interface LibrarySearch {
  /** As they typed it; empty for everything. */
  typed: string;
  /** Null for any. */
  kind: PublicationKind | null;
  /** From 0; beyond the last, the last is shown. */
  page: number;
}

/** One page of what was found. */
export interface LibraryPage {
  search: LibrarySearch;
  /** Kinds that there are to choose from. */
  kinds: PublicationKind[];
  publications: Publication[];
  /** How many were found in all. */
  found: number;
  pages: number;
  /** Nothing has all that was typed; these have some of it. */
  isNearest: boolean;
}

/** A view has 100 blocks, and each publication takes two. */
export const mostOnPage = 10;

/**
 * What of the library fits a search: the best fit first, with nothing typed the newest.
 *
 * @param readable all that the person may read.
 */
export function browseLibrary(
  readable: readonly Publication[],
  search: LibrarySearch,
): LibraryPage {
  const kinds = documentKinds.filter((kind) => readable.some((one) => one.kind === kind));
  const ofKind = readable.filter(({ kind }) => search.kind === null || kind === search.kind);
  const { match, publications } = findPublications(ofKind, search.typed, ofKind.length);
  const pages = Math.max(1, Math.ceil(publications.length / mostOnPage));
  const page = Math.min(Math.max(0, search.page), pages - 1);
  return {
    search: { ...search, page },
    kinds,
    publications: publications.slice(page * mostOnPage, (page + 1) * mostOnPage),
    found: publications.length,
    pages,
    isNearest: match === 'nearest' && publications.length > 0,
  };
}
