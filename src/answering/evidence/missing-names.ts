import type { PublicationText } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { TermStatistics } from '../term-statistics.ts';

/** How many names of a question a publication lacks. */
export interface MissingNames {
  /** That stand nowhere in the library. */
  unknown: number;
  /** That stand elsewhere in the library. */
  elsewhere: number;
}

/**
 * Creates the function that counts which of the names do not stand in the publication of a passage:
 * neither in its text, as written or in small letters, nor in its title or date. Publications are
 * searched once.
 *
 * @param texts by publication id; where missing, the passage stands for its publication.
 */
export function createNameCheck(
  names: readonly string[],
  texts: ReadonlyMap<string, PublicationText>,
  statistics: TermStatistics,
): (retrieved: RetrievedPassage) => MissingNames {
  const known = new Map<string, MissingNames>();
  const isUnknown = (name: string): boolean =>
    statistics.terms(name).every((term) => statistics.passagesWith(term) === 0);
  return ({ passage, publication }) => {
    const stored = known.get(publication.id);
    if (stored !== undefined) return stored;
    const text = texts.get(publication.id)?.text ?? passage.text;
    const about = `${publication.title} ${publication.date ?? ''}`;
    const missing = names.filter(
      (name) =>
        ![text, about].some((each) => each.includes(name) || each.includes(name.toLowerCase())),
    );
    const unknown = missing.filter(isUnknown).length;
    const counted = { unknown, elsewhere: missing.length - unknown };
    known.set(publication.id, counted);
    return counted;
  };
}
