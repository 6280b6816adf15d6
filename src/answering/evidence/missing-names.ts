import type { PublicationText } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import { informationOf, largestInformation, type TermStatistics } from '../term-statistics.ts';
import { spellsOut } from './spells-out.ts';

/** Names of a question that a publication lacks. */
export interface MissingNames {
  /** How many stand nowhere in the library. */
  unknown: number;
  /**
   * Those that stand elsewhere in the library, each counting 0 to 1: the rarer there, the more. What
   * nearly every publication is about need not be named in each.
   */
  elsewhere: number;
}

/**
 * Creates the function that finds which of the names do not stand in the publication of a passage:
 * neither in its text, as written, in small letters or spelt out, nor in its title or date.
 * Publications are searched once.
 *
 * @param texts by publication id; where missing, the passage stands for its publication.
 */
export function createNameCheck(
  names: readonly string[],
  texts: ReadonlyMap<string, PublicationText>,
  statistics: TermStatistics,
): (retrieved: RetrievedPassage) => MissingNames {
  const known = new Map<string, MissingNames>();
  const largest = largestInformation(statistics.passages);
  return ({ passage, publication }) => {
    const stored = known.get(publication.id);
    if (stored !== undefined) return stored;
    const text = texts.get(publication.id)?.text ?? passage.text;
    const about = `${publication.title} ${publication.date ?? ''}`;
    const counted: MissingNames = { unknown: 0, elsewhere: 0 };
    for (const name of names) {
      if ([text, about].some((each) => holds(each, name))) continue;
      const terms = statistics.terms(name);
      const rarities = terms
        .filter((term) => statistics.passagesWith(term) > 0)
        .map((term) => informationOf(term, statistics) / largest);
      if (rarities.length === 0) counted.unknown += 1;
      else counted.elsewhere += Math.min(1, Math.max(...rarities));
    }
    known.set(publication.id, counted);
    return counted;
  };
}

function holds(text: string, name: string): boolean {
  return text.includes(name) || text.includes(name.toLowerCase()) || spellsOut(text, name);
}
