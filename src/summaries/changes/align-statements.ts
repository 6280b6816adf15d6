import { holdersOf } from './holders-of.ts';
import type { EditionStatement } from './read-edition.ts';

/** A statement of the earlier edition and what has become of it in the later one. */
export interface AlignedPair {
  earlier: EditionStatement;
  later: EditionStatement;
  /** How alike they are, 0..1; 1 when they differ in nothing but spelling and punctuation. */
  likeness: number;
}

export interface Alignment {
  /** In the order of the later edition. */
  pairs: AlignedPair[];
  onlyEarlier: EditionStatement[];
  onlyLater: EditionStatement[];
}

/** Least likeness of two statements of one section, and of two that stand anywhere. */
const leastInSection = 0.36;
const leastAnywhere = 0.48;
/** One word in common may be any word. */
const leastShared = 2;
/** For what stands next to statements that belong together, in the same order. */
const neighbourBonus = 0.12;
const sameSectionBonus = 0.08;
/** Words with which two statements of a section begin alike. */
const wordsAlike = 5;
/** Terms that more statements hold than this do not bring two together. */
const mostHolding = 150;

/**
 * Finds what answers to what in two editions: first what is the same word for word, wherever it
 * stands; then, most alike first, what has been reworded; then what begins alike in the same
 * section. Each statement is used once.
 */
export function alignStatements(
  earlier: readonly EditionStatement[],
  later: readonly EditionStatement[],
): Alignment {
  const pairs = pairIdentical(earlier, later);
  const used = new Set(pairs.flatMap((pair) => [pair.earlier, pair.later]));
  const left = earlier.filter((each) => !used.has(each));
  const right = later.filter((each) => !used.has(each));
  const sections = pairSections(pairs, left, right);
  const proposals = proposePairs(left, right, weighTerms([...earlier, ...later]), sections);
  const counterparts = new Map(pairs.map((pair) => [pair.later, pair.earlier]));
  const isNeighbour = ({ earlier: one, later: other }: AlignedPair): boolean => {
    const before = later[other.order - 1];
    const after = later[other.order + 1];
    return (
      (before !== undefined && counterparts.get(before) === earlier[one.order - 1]) ||
      (after !== undefined && counterparts.get(after) === earlier[one.order + 1])
    );
  };
  const ranked = proposals
    .map((pair) => ({ pair, score: pair.likeness + (isNeighbour(pair) ? neighbourBonus : 0) }))
    .sort((one, other) => other.score - one.score);
  for (const { pair, score } of ranked) {
    if (used.has(pair.earlier) || used.has(pair.later)) continue;
    const inSection = sections.get(pair.earlier.section) === pair.later.section;
    if (score < (inSection ? leastInSection : leastAnywhere)) continue;
    used.add(pair.earlier).add(pair.later);
    pairs.push(pair);
  }
  for (const pair of pairBeginnings(earlier, later)) {
    if (used.has(pair.earlier) || used.has(pair.later)) continue;
    if (sections.get(pair.earlier.section) !== pair.later.section) continue;
    used.add(pair.earlier).add(pair.later);
    pairs.push(pair);
  }
  return {
    pairs: pairs.sort((one, other) => one.later.order - other.later.order),
    onlyEarlier: earlier.filter((each) => !used.has(each)),
    onlyLater: later.filter((each) => !used.has(each)),
  };
}

/** Of several that are the same, those of the same section belong together, then in their order. */
function pairIdentical(
  earlier: readonly EditionStatement[],
  later: readonly EditionStatement[],
): AlignedPair[] {
  const byKey = Map.groupBy(earlier, ({ key }) => key);
  const pairs: AlignedPair[] = [];
  for (const statement of later) {
    const same = byKey.get(statement.key) ?? [];
    const inSection = same.findIndex(({ section }) => section === statement.section);
    const [found] = same.splice(Math.max(0, inSection), 1);
    if (found !== undefined) pairs.push({ earlier: found, later: statement, likeness: 1 });
  }
  return pairs;
}

/** `A delay of more than …` that no other statement begins with is about the same thing in both. */
function pairBeginnings(
  earlier: readonly EditionStatement[],
  later: readonly EditionStatement[],
): AlignedPair[] {
  const before = onlyOnesBeginning(earlier);
  return [...onlyOnesBeginning(later)].flatMap(([beginning, statement]) => {
    const found = before.get(beginning);
    return found === undefined || isRow(found) !== isRow(statement)
      ? []
      : [{ earlier: found, later: statement, likeness: leastInSection }];
  });
}

function onlyOnesBeginning(
  statements: readonly EditionStatement[],
): ReadonlyMap<string, EditionStatement> {
  const found = Map.groupBy(statements, ({ words }) =>
    words
      .slice(0, wordsAlike)
      .map(({ plain }) => plain)
      .join(' '),
  );
  return new Map(
    [...found].flatMap(([beginning, [statement, another]]) =>
      statement !== undefined && another === undefined && statement.words.length > wordsAlike
        ? [[beginning, statement] as const]
        : [],
    ),
  );
}

/**
 * Which section of the later edition each of the earlier one has become: where most of its statements
 * have gone, else the one whose heading says the same.
 */
function pairSections(
  pairs: readonly AlignedPair[],
  left: readonly EditionStatement[],
  right: readonly EditionStatement[],
): ReadonlyMap<string, string> {
  const moves = new Map<string, Map<string, number>>();
  for (const { earlier, later } of pairs) {
    const to = moves.get(earlier.section) ?? new Map<string, number>();
    to.set(later.section, (to.get(later.section) ?? 0) + 1);
    moves.set(earlier.section, to);
  }
  const paired = new Map<string, string>();
  for (const [section, to] of moves) {
    const [most] = [...to].sort((one, other) => other[1] - one[1]);
    if (most !== undefined) paired.set(section, most[0]);
  }
  const laterSections = new Set(right.map(({ section }) => section));
  for (const { section } of left) {
    if (paired.has(section)) continue;
    const words = headingWords(section);
    const [best] = [...laterSections]
      .map((other) => [other, diceOf(words, headingWords(other))] as const)
      .sort((one, other) => other[1] - one[1]);
    if (best !== undefined && best[1] >= 0.5) paired.set(section, best[0]);
  }
  return paired;
}

const headingWords = (section: string): Set<string> =>
  new Set(
    section
      .split('\n')
      .at(-1)
      ?.match(/\p{L}{3,}/gu) ?? [],
  );

function diceOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((each) => other.has(each)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** How much each term tells, by how few statements hold it. */
function weighTerms(statements: readonly EditionStatement[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of statements)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + statements.length / (counts.get(term) ?? 1));
}

function proposePairs(
  left: readonly EditionStatement[],
  right: readonly EditionStatement[],
  weightOf: (term: string) => number,
  sections: ReadonlyMap<string, string>,
): AlignedPair[] {
  const holding = holdersOf(left);
  const totals = new Map(
    [...left, ...right].map((statement) => [statement, sumOf(statement.terms, weightOf)]),
  );
  return right.flatMap((later) => {
    const shared = new Map<EditionStatement, number>();
    for (const term of later.terms) {
      const found = holding.get(term) ?? [];
      if (found.length > mostHolding) continue;
      for (const earlier of found) {
        if (!shared.has(earlier)) {
          const common = [...later.terms].filter((each) => earlier.terms.has(each));
          shared.set(earlier, common.length < leastShared ? 0 : sumOf(common, weightOf));
        }
      }
    }
    return [...shared].flatMap(([earlier, weight]) => {
      if (isRow(earlier) !== isRow(later)) return [];
      const total = (totals.get(earlier) ?? 0) + (totals.get(later) ?? 0);
      const bonus = sections.get(earlier.section) === later.section ? sameSectionBonus : 0;
      const likeness = Math.min(1, (2 * weight) / total + bonus);
      return likeness >= leastInSection - neighbourBonus ? [{ earlier, later, likeness }] : [];
    });
  });
}

const isRow = ({ candidate }: EditionStatement): boolean => candidate.kind === 'table-row';

function sumOf(terms: Iterable<string>, weightOf: (term: string) => number): number {
  let sum = 0;
  for (const term of terms) sum += weightOf(term);
  return sum;
}
