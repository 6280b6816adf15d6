import { type Candidate, readStatement, type Statement } from '../../answering/index.ts';

/** A statement of a publication, ready to be compared with those of others. */
export interface ComparedStatement {
  candidate: Candidate;
  /** Place of its publication among those compared, from 0. */
  publication: number;
  statement: Statement;
}

export interface StatementPair {
  /** Of the publication that comes first. */
  one: ComparedStatement;
  other: ComparedStatement;
  /** Information of the terms that both have; the more, the less they are alike by chance. */
  weight: number;
}

/** Least of 2·shared / (terms of both) and least shared terms: less is about different things. */
const leastDice = 0.5;
const leastShared = 2;

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
        statement: readStatement({ text: candidate.text, quotes: [] }, [
          candidate.retrieved.publication,
        ]),
      }),
    ),
  );
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
      const size = one.statement.terms.size + other.statement.terms.size;
      if ((2 * terms.length) / size < leastDice) continue;
      const weight = terms.reduce((sum, term) => sum + informationOf(term), 0);
      pairs.push({ one, other, weight });
    }
  });
  return pairs.sort((left, right) => right.weight - left.weight);
}
