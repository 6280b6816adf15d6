import type { Question } from '../question/question.ts';
import { informationOf, type TermStatistics } from '../term-statistics.ts';

/** What a question is about: its terms, each with how much it tells. */
export interface QuestionTerms {
  /** All of the question, and of the part that asks. */
  whole: WeightedTerms;
  focus: WeightedTerms;
  /** Neighbouring terms of the part that asks. */
  pairs: readonly (readonly [string, string])[];
}

export interface WeightedTerms {
  weights: ReadonlyMap<string, number>;
  total: number;
}

/** Information of each distinct term, by its rarity in the library. */
export function weighQuestion(question: Question, statistics: TermStatistics): QuestionTerms {
  const focus = statistics.terms(question.focus);
  return {
    whole: weigh(statistics.terms(question.text), statistics),
    focus: weigh(focus, statistics),
    pairs: focus.slice(1).map((term, index) => [focus[index] ?? term, term] as const),
  };
}

function weigh(terms: readonly string[], statistics: TermStatistics): WeightedTerms {
  const weights = new Map(
    [...new Set(terms)].map((term) => [term, informationOf(term, statistics)]),
  );
  return { weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}

/**
 * Share (0..1) of the question's information that a text holds. A term that only begins like one
 * of the text's (`succeed`, `success`; `exec`, `execut`) counts half.
 */
export function coverageOf({ weights, total }: WeightedTerms, terms: ReadonlySet<string>): number {
  if (total === 0) return 0;
  let covered = 0;
  for (const [term, weight] of weights) {
    if (terms.has(term)) covered += weight;
    else if (hasKindred(term, terms)) covered += weight / 2;
  }
  return covered / total;
}

/** Sum of the information of the question's terms that stand in a text. */
export function informationHeld({ weights }: WeightedTerms, terms: ReadonlySet<string>): number {
  let held = 0;
  for (const [term, weight] of weights) if (terms.has(term)) held += weight;
  return held;
}

const shortestStem = 4;

/** Whether `terms` hold one that shares a long beginning with `term`. */
function hasKindred(term: string, terms: ReadonlySet<string>): boolean {
  if (term.length < shortestStem || /\d/.test(term)) return false;
  for (const other of terms) {
    if (other.charCodeAt(0) !== term.charCodeAt(0) || other.length < shortestStem) continue;
    const needed = Math.max(shortestStem, Math.ceil(0.7 * Math.min(term.length, other.length)));
    if (other.startsWith(term.slice(0, needed)) && needed <= other.length) return true;
  }
  return false;
}
