import type { PublicationKind } from '../../library/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import { negationAgrees } from '../quotes/negation.ts';
import { areContrasting } from './contrasts.ts';
import type { Amount } from './read-amounts.ts';
import { differInDuty, differInEffect, goOppositeWays } from './read-stance.ts';
import type { Statement } from './read-statement.ts';

const analyser = createAnalyser();

export type Difference = 'figure' | 'negation' | 'duty' | 'direction';

/** How much two statements need to have in common before a difference between them counts. */
export interface Likeness {
  /** Least terms that both have. */
  shared: number;
  /** Least of 2·shared / (terms of the one + terms of the other), 0..1. */
  dice: number;
  /** Most terms of both that the other lacks, where they differ in anything but figures. */
  own: number;
}

/** For two claims of which a model says that they disagree. */
export const markedLikeness: Likeness = { shared: 2, dice: 0.5, own: 2 };
/** For two claims of which nobody says so: they differ in nothing else. */
export const unmarkedLikeness: Likeness = { shared: 2, dice: 1, own: 0 };

/** Rounding makes no difference; share of the larger value. */
const rounding = 0.02;
const roughly = 0.1;
const condition =
  /\b(?:if|when|where|unless|except(?:ing)?|during|until|in case|other than|apart from|provided|only)\b/iu;
/** What a study says of its own making, and rows of tables, whose columns say what they are about. */
const tellsOfItself =
  /\b(?:studies|trials|participants|respondents|inclusion criteria|abstract|follow-up (?:time |period )?(?:was|of)|(?:this|our) (?:paper|study|review|report|survey|trial|evaluation))\b|\s\|\s/iu;
const yearsOf = /\b(?:19|20)\d\d\b/g;
const rule = /\b(?:must|shall|should|may|can|cannot|required|within)\b/iu;
const rules: ReadonlySet<PublicationKind> = new Set(['policy', 'statement']);
const narrowing = /\b(?:for|among|in|at|on|during|with)\s((?:[\p{L}\p{M}'\u2019-]+\s?){1,4})/giu;

/**
 * What two statements say differently about the same, as far as words and figures show it; null when
 * nothing does, or when they may both hold: they speak of other people, places or times, or one is
 * an exception to the other. Rather misses a disagreement than makes one up.
 */
export function findDifference(
  one: Statement,
  other: Statement,
  likeness: Likeness,
): Difference | null {
  const shared = [...one.terms].filter((term) => other.terms.has(term)).length;
  const size = one.terms.size + other.terms.size;
  if (shared < likeness.shared || (2 * shared) / size < likeness.dice) return null;
  const left = ownTerms(one, other);
  const right = ownTerms(other, one);
  if (isAnotherCase(one, other)) return null;
  if (left.length === 0 && narrows(other.text, right)) return null;
  if (right.length === 0 && narrows(one.text, left)) return null;
  if (differInFigures(one, other)) return 'figure';
  if (haveOtherFigures(one, other) || left.length + right.length > likeness.own) return null;
  if (goOppositeWays(one.text, other.text)) return 'direction';
  // What only one of them names may be what makes it an exception.
  if ((left.length === 0) !== (right.length === 0)) return null;
  if (differInDuty(one.text, other.text)) return 'duty';
  const deniesIt = !negationAgrees(one.text, [other.text]) || differInEffect(one.text, other.text);
  return deniesIt ? 'negation' : null;
}

const ownTerms = (one: Statement, other: Statement): string[] =>
  [...one.terms].filter((term) => !other.terms.has(term));

/** Whether one of the terms stands in a phrase such as `for trainees`. */
function narrows(text: string, terms: readonly string[]): boolean {
  const narrowed = Array.from(text.matchAll(narrowing), ([, phrase = '']) => phrase);
  const inPhrases = new Set(analyser.terms(narrowed.join(' · ')));
  return terms.some((term) => inPhrases.has(term));
}

/** Whether two statements speak of other people, places or times, or one of an exception. */
export function isAnotherCase(one: Statement, other: Statement): boolean {
  return (
    tellsOfItself.test(one.said) ||
    tellsOfItself.test(other.said) ||
    areContrasting(one.context, other.context) ||
    condition.test(one.text) !== condition.test(other.text) ||
    excludeEachOther(one.names, other.names) ||
    markKinds.some((kind) => excludeEachOther(marksOf(one, kind), marksOf(other, kind))) ||
    isOtherYearOfSeries(one, other)
  );
}

const markKinds = ['year', 'month', 'ordinal', 'code', 'number'];

function marksOf({ marks }: Statement, kind: string): ReadonlySet<string> {
  return new Set([...marks].filter((mark) => mark.startsWith(`${kind} `)));
}

/** Whether both have something, and nothing in common. */
function excludeEachOther(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((each) => other.has(each));
}

/** `Annual report 2022` and `Annual report 2023` tell of two years; of two policies the later counts. */
function isOtherYearOfSeries(one: Statement, other: Statement): boolean {
  if (isRule(one) || isRule(other)) return false;
  const years = ({ publications }: Statement) =>
    new Set(publications.flatMap(({ title }) => title.match(yearsOf) ?? []));
  return excludeEachOther(years(one), years(other));
}

function isRule({ said, publications }: Statement): boolean {
  return rule.test(said) || publications.some(({ kind }) => rules.has(kind));
}

/** In one unit, and in no other: where two differ, one of them tells cases apart. */
function differInFigures(one: Statement, other: Statement): boolean {
  const units = new Set([...one.amounts, ...other.amounts].map(({ unit }) => unit));
  const differing = [...units].filter((unit) => {
    const left = inUnit(one.amounts, unit);
    const right = inUnit(other.amounts, unit);
    if (left.length === 0 || right.length === 0) return false;
    return (
      !left.some((amount) =>
        inUnit(other.saidAmounts, unit).some((each) => isSame(amount, each)),
      ) &&
      !right.some((amount) => inUnit(one.saidAmounts, unit).some((each) => isSame(amount, each)))
    );
  });
  return differing.length === 1;
}

function haveOtherFigures(one: Statement, other: Statement): boolean {
  return one.amounts.length !== other.amounts.length;
}

const inUnit = (amounts: readonly Amount[], unit: string): Amount[] =>
  amounts.filter((amount) => amount.unit === unit);

/** Whether two amounts of one unit may be the same, with rounding and bounds allowed for. */
export function isSame(one: Amount, other: Amount): boolean {
  const bounds = new Set([one.bound, other.bound]);
  const isRough = bounds.has('about');
  // `Over 60%` and `62%` go together, and so may `over 60%` and `under 70%`.
  if (!isRough && bounds.size > 1) return true;
  const tolerance = isRough ? roughly : rounding;
  return one.values.some((left) =>
    other.values.some(
      (right) => Math.abs(left - right) <= tolerance * Math.max(Math.abs(left), Math.abs(right)),
    ),
  );
}
