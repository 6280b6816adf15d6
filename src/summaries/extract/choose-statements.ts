import type { SummaryItem, SummaryReader } from '../summary.ts';
import { doubtful, type ItemFit, leastFit, mainItems } from './item-fit.ts';
import { tasteFor } from './reader-taste.ts';
import { saysTheSame } from './says-the-same.ts';
import type { Statement } from './statement.ts';
import { planFor } from './summary-plan.ts';

/** A statement with the items it serves. */
export interface FittedStatement {
  statement: Statement;
  fit: ItemFit;
  /** Its score's place among all, 0 the lowest to 1 the highest. */
  rank: number;
}

/** A statement and the item it is said under. */
export interface ChosenStatement {
  statement: Statement;
  item: SummaryItem;
}

export interface ChooseOptions {
  /** Recommendations that are said all or not at all. */
  numbered: readonly Statement[];
  words: number;
  reader: SummaryReader;
  /** Whether its quote holds; called for what is about to be chosen only. */
  isBacked(statement: Statement): boolean;
}

/** Words may be this much more than wanted … */
const most = 1.12;
/** … and no more are looked for from here on. */
const enough = 0.93;
/** A statement is said under the item it suits best, or under one that it suits nearly as well. */
const nearlyBest = 0.35;
/** Words kept back for each item that a summary cannot do without and that is still to come. */
const reserve = 12;
/** What is said besides the best of an item is worth at least this share of it. */
const leastWorth = 0.6;
/** A list of recommendations takes up no more than this share. */
const mostNumbered = 0.3;
/** A summary of something short leaves out at least the rest of it. */
const mostShare = 0.6;
const essential: readonly SummaryItem[] = ['findings', 'recommendations', 'about'];

/**
 * Chooses what to say: first the best for each item, then more where the plan gives most words, none
 * of which repeats another, until the words are used up.
 */
export function chooseStatements(
  fitted: readonly FittedStatement[],
  { words, reader, isBacked, numbered }: ChooseOptions,
): ChosenStatement[] {
  const plan = planFor(reader);
  const ranked = new Map(plan.map(({ item }) => [item, rankedFor(item, fitted, reader)]));
  const chosen: ChosenStatement[] = [];
  const used = new Map<SummaryItem, number>();
  let total = 0;

  const said = fitted.reduce((sum, { statement }) => sum + statement.words, 0);
  const isSaid = (statement: Statement, item: SummaryItem): boolean =>
    chosen.some((other) => saysTheSame(other.statement, statement, other.item === item));

  const all = numbered.reduce((sum, statement) => sum + statement.words, 0);
  if (all <= words * mostNumbered && numbered.every(isBacked)) {
    for (const statement of numbered) chosen.push({ statement, item: 'recommendations' });
    used.set('recommendations', all);
    total = all;
  }

  const take = (item: SummaryItem, ideal: number, room: number, least = 0): boolean => {
    let best: { statement: Statement; value: number } | null = null;
    const options = ranked.get(item) ?? [];
    const floor = (options[0]?.value ?? 0) * least;
    for (const { statement, value } of options) {
      if (value < floor || (best !== null && value <= best.value)) break;
      const worth = value * brevity(statement.words, ideal);
      if (statement.words > room || worth <= (best?.value ?? 0)) continue;
      if (isSaid(statement, item) || !isBacked(statement)) continue;
      best = { statement, value: worth };
    }
    if (best === null) return false;
    chosen.push({ statement: best.statement, item });
    used.set(item, (used.get(item) ?? 0) + best.statement.words);
    total += best.statement.words;
    return true;
  };

  plan.forEach(({ item, share }, index) => {
    const later = plan.slice(index + 1).filter((each) => essential.includes(each.item));
    const kept = later.filter((each) => (ranked.get(each.item) ?? []).length > 0).length * reserve;
    const ideal = Math.min(30, Math.max(item === 'about' ? 25 : 16, share * words));
    take(item, ideal, Math.min(words * most - total - kept, Math.max(ideal * 2, 45)));
  });
  const open = new Set(plan.map(({ item }) => item));
  open.delete('authorship');
  if (chosen.some(({ statement }) => numbered.includes(statement))) open.delete('recommendations');
  while (total < words * enough && open.size > 0) {
    const next = plan
      .filter(({ item }) => open.has(item))
      .map(({ item, share }) => ({ item, given: (used.get(item) ?? 0) / (share * words) }))
      .sort((left, right) => left.given - right.given)[0];
    if (next === undefined) break;
    const isTaken = take(next.item, 25, words * most - total, leastWorth);
    if (!isTaken) open.delete(next.item);
  }
  for (const { statement, item } of leftOver(fitted, reader)) {
    if (total >= Math.min(words * enough, said * mostShare)) break;
    if (statement.words > words * most - total || isSaid(statement, item) || !isBacked(statement))
      continue;
    chosen.push({ statement, item });
    total += statement.words;
  }
  return chosen;
}

/** What is left, best first, each with the item it suits best, if any at all. */
function leftOver(fitted: readonly FittedStatement[], reader: SummaryReader): ChosenStatement[] {
  return fitted
    .flatMap(({ statement, fit, rank }) => {
      const [item, best] = mainItems
        .map((each): [SummaryItem, number] => [each, fit[each]])
        .reduce((one, other) => (other[1] > one[1] ? other : one));
      const value = (best + rank) * tasteFor(reader, statement.text, statement.words);
      return best < doubtful ? [] : [{ statement, item, value }];
    })
    .sort((left, right) => right.value - left.value);
}

interface RankedStatement {
  statement: Statement;
  /** Before its length is looked at. */
  value: number;
}

function rankedFor(
  item: SummaryItem,
  fitted: readonly FittedStatement[],
  reader: SummaryReader,
): RankedStatement[] {
  return fitted
    .filter(({ fit }) => fit[item] >= leastFit && suitsNearlyBest(item, fit))
    .map(({ statement, fit, rank }) => ({
      statement,
      value: fit[item] * (0.5 + 0.5 * rank) * tasteFor(reader, statement.text, statement.words),
    }))
    .sort((left, right) => right.value - left.value);
}

function suitsNearlyBest(item: SummaryItem, fit: ItemFit): boolean {
  if (item === 'primary-care' || item === 'secondary-care') return true;
  const best = Math.max(fit.authorship, ...mainItems.map((each) => fit[each]));
  return fit[item] >= best - nearlyBest;
}

/** 1 up to the words wanted, then less and less. */
function brevity(words: number, ideal: number): number {
  return words <= ideal ? 1 : Math.max(0.25, 1 - (words - ideal) / (ideal * 2.5));
}
