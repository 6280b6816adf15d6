import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Candidate,
  type Claim,
  type Difference,
  findDifference,
  markedLikeness,
  saysSame,
} from '../../answering/index.ts';
import type { CiteStatements } from '../cite-statements.ts';
import type { SidesPart } from '../report.ts';
import { sharedWords } from './shared-words.ts';
import { pairStatements, type StatementPair } from './statement-pairs.ts';

export type Side = SidesPart['sides'][number];

/** Where publications say the same and where they contradict each other, most telling first. */
export interface FoundSides {
  agreements: Side[];
  contradictions: Side[];
}

/** More would bury what matters. */
const mostSides = 5;
/** Pairs that are looked at before others get a turn. */
const pairsPerTurn = 2_000;

const kinds: Readonly<Record<Difference, string>> = {
  figure: 'Different figures',
  negation: 'One says so, another denies it',
  duty: 'One requires what another leaves open',
  direction: 'Opposite directions',
};

/**
 * Compares every statement with those of the other publications.
 *
 * @param groups statements of each publication. Rows of tables are passed over: what they are about
 *   stands in their columns.
 */
export async function findSides(
  groups: readonly (readonly Candidate[])[],
  cite: CiteStatements,
): Promise<FoundSides> {
  const pairs = pairStatements(
    groups.map((candidates) => candidates.filter(({ kind }) => kind !== 'table-row')),
  );
  const agreements = createCollection(cite);
  const contradictions = createCollection(cite);
  const repeated = new Set<string>();
  const other: StatementPair[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (index % pairsPerTurn === pairsPerTurn - 1) await nextTurn();
    if (!isSame(pair)) {
      other.push(pair);
      continue;
    }
    agreements.add(pair, agreementLabel(pair));
    if (plainOf(pair.one) === plainOf(pair.other))
      for (const key of keysOf(pair)) repeated.add(key);
  }
  for (const [index, pair] of other.entries()) {
    if (contradictions.isFull()) break;
    if (index % pairsPerTurn === pairsPerTurn - 1) await nextTurn();
    // What stands in the other publication as well is not contradicted by the rest of it.
    if (keysOf(pair).some((key) => repeated.has(key))) continue;
    const difference = findDifference(pair.one.statement, pair.other.statement, markedLikeness);
    if (difference !== null) contradictions.add(pair, `${kinds[difference]}: ${aboutOf(pair)}`);
  }
  return { agreements: agreements.sides(), contradictions: contradictions.sides() };
}

const isSame = ({ one, other }: StatementPair): boolean =>
  plainOf(one) === plainOf(other) || saysSame(one.statement, other.statement);

/** Each statement of a pair, with the publication that it is held against. */
function keysOf({ one, other }: StatementPair): string[] {
  return [`${plainOf(one)} ${other.publication}`, `${plainOf(other)} ${one.publication}`];
}

const plainOf = ({ statement }: StatementPair['one']): string =>
  statement.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function agreementLabel(pair: StatementPair): string {
  const about = aboutOf(pair);
  return plainOf(pair.one) === plainOf(pair.other) ? `Word for word: ${about}` : startUpper(about);
}

interface Collection {
  add(pair: StatementPair, label: string): void;
  isFull(): boolean;
  sides(): Side[];
}

/** Sides in the order in which they are added, each statement in one of them. */
function createCollection(cite: CiteStatements): Collection {
  const used = new Set<Candidate>();
  const sides: Side[] = [];
  return {
    add: ({ one, other }, label) => {
      if (sides.length === mostSides || used.has(one.candidate) || used.has(other.candidate))
        return;
      const claims = [cite.claim(one.candidate), cite.claim(other.candidate)].filter(
        (claim): claim is Claim => claim !== null,
      );
      if (claims.length < 2) return;
      used.add(one.candidate).add(other.candidate);
      sides.push({ label, claims });
    },
    isFull: () => sides.length === mostSides,
    sides: () => sides,
  };
}

function aboutOf({ one, other }: StatementPair): string {
  return sharedWords(one.statement.text, other.statement.terms);
}

const startUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
