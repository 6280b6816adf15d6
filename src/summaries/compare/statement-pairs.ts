import { type Candidate, ownText, readStatement, type Statement } from '../../answering/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';

const analyser = createAnalyser();

/** A statement of a publication, ready to be compared with those of others. */
export interface ComparedStatement {
  candidate: Candidate;
  /** Place of its publication among those compared, from 0. */
  publication: number;
  /** Of the whole of it. */
  words: number;
  /** Of its own words: many items share one lead-in, which would make them all alike. */
  statement: Statement;
}

export interface StatementPair {
  /** Of the publication that comes first. */
  one: ComparedStatement;
  other: ComparedStatement;
  /**
   * Information of the terms that both have, the more, the less they are alike by chance; less for
   * long ones.
   */
  weight: number;
}

/** Least of 2·shared / (terms of both) and least shared terms: less is about different things. */
const leastDice = 0.5;
const leastShared = 2;
/** Of publications whose titles have no word in common: `adverse effects` of two drugs are two things. */
const leastSharedOfOthers = 4;
const denial = /\b(?:not|no|never|without|cannot)\b|n['\u2019]t\b/iu;
/** Longer ones are read with less ease: they come later, and the longest not at all. */
const easyWords = 35;
const mostWords = 70;

/**
 * Pairs of statements of different publications that have words in common, found by their rarer
 * terms so that not every one has to be held against every other.
 */
export function pairStatements(groups: readonly (readonly Candidate[])[]): StatementPair[] {
  const all = groups.flatMap((candidates, publication) =>
    candidates.map(
      (candidate): ComparedStatement => ({
        candidate,
        publication,
        words: candidate.text.split(/\s+/).length,
        statement: readStatement({ text: ownText(candidate), quotes: [] }, [
          candidate.retrieved.publication,
        ]),
      }),
    ),
  );
  const areRelated = relateTitles(groups);
  const holding = new Map<string, number[]>();
  all.forEach(({ statement }, index) => {
    for (const term of statement.terms) {
      const known = holding.get(term);
      if (known === undefined) holding.set(term, [index]);
      else known.push(index);
    }
  });
  const informationOf = (term: string): number =>
    Math.log(1 + all.length / (1 + (holding.get(term)?.length ?? 0)));
  const pairs: StatementPair[] = [];
  all.forEach((one, index) => {
    const shared = new Map<number, string[]>();
    for (const term of one.statement.terms) {
      for (const other of holding.get(term) ?? []) {
        if (other <= index || all[other]?.publication === one.publication) continue;
        const known = shared.get(other);
        if (known === undefined) shared.set(other, [term]);
        else known.push(term);
      }
    }
    for (const [place, terms] of shared) {
      const other = all[place];
      if (other === undefined || terms.length < leastShared) continue;
      if (terms.length < leastSharedOfOthers && !areRelated(one.publication, other.publication))
        continue;
      if (leadDenies(one.candidate) !== leadDenies(other.candidate)) continue;
      const size = one.statement.terms.size + other.statement.terms.size;
      if ((2 * terms.length) / size < leastDice) continue;
      const words = Math.max(one.words, other.words);
      if (words > mostWords) continue;
      const information = terms.reduce((sum, term) => sum + informationOf(term), 0);
      const weight = information * Math.min(1, easyWords / words);
      pairs.push({ one, other, weight });
    }
  });
  return pairs.sort((left, right) => right.weight - left.weight);
}

/** Whether the titles of each two publications have a word in common, by their places. */
function relateTitles(
  groups: readonly (readonly Candidate[])[],
): (one: number, other: number) => boolean {
  const titles = groups.map(([first]) =>
    analyser.terms(first?.retrieved.publication.title ?? '').filter((term) => !/\d/.test(term)),
  );
  const related = titles.map((left) =>
    titles.map((right) => left.some((term) => right.includes(term))),
  );
  return (one, other) => related[one]?.[other] ?? false;
}

/** Whether what leads in to a list denies what its items say. */
function leadDenies(candidate: Candidate): boolean {
  const { text, ranges } = candidate;
  return ranges.length > 1 && denial.test(text.slice(0, text.length - ownText(candidate).length));
}
