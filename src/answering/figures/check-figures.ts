import type { Figure, FigureMeaning } from './figure.ts';
import { readFigures } from './read-figures.ts';

export type FiguresCheck = { agrees: true } | { agrees: false; missing: string[] };

/**
 * Whether every number, date, share, amount and time of a claim stands in its quotes, in whatever
 * notation (`two thirds` for `2/3`, `06/10/2014` for `6 October 2014`, `£65bn` for `£65 billion`).
 * A claim may be less exact about a date (`October 2014`), never more.
 */
export function checkFigures(claim: string, quotes: readonly string[]): FiguresCheck {
  const stated = quotes.flatMap(readFigures).map(({ meaning }) => meaning);
  const missing = readFigures(claim)
    .filter((figure) => !stated.some((meaning) => supports(meaning, figure)))
    .map(({ text }) => text);
  return missing.length === 0 ? { agrees: true } : { agrees: false, missing };
}

/** Shares are kept as fractions of one, so rounding of `33.3%` must not matter, `33%` for a third must. */
const tolerance = 1e-9;

function supports(stated: FigureMeaning, { meaning: claimed }: Figure): boolean {
  if (claimed.kind === 'date') {
    if (stated.kind === 'number')
      return claimed.month === null && holds(stated.values, [claimed.year ?? Number.NaN]);
    return (
      stated.kind === 'date' &&
      covers(stated.year, claimed.year) &&
      covers(stated.month, claimed.month) &&
      covers(stated.day, claimed.day)
    );
  }
  if (claimed.kind === 'code') return stated.kind === 'code' && stated.code === claimed.code;
  if (claimed.kind === 'time') return stated.kind === 'time' && stated.minutes === claimed.minutes;
  if (stated.kind === 'code' || stated.kind === 'time') return false;
  if (stated.kind === 'date') {
    return claimed.kind === 'number' && holds(claimed.values, [stated.year ?? Number.NaN]);
  }
  if (!holds(stated.values, claimed.values)) return false;
  if (claimed.kind === 'number') return stated.kind === 'number' || stated.kind === 'money';
  if (claimed.kind === 'money')
    return stated.kind === 'money' && stated.currency === claimed.currency;
  return stated.kind === claimed.kind;
}

const covers = (stated: number | null, claimed: number | null): boolean =>
  claimed === null || claimed === stated;

function holds(stated: readonly number[], claimed: readonly number[]): boolean {
  return claimed.some((value) =>
    stated.some((other) => Math.abs(other - value) <= tolerance * Math.max(1, Math.abs(value))),
  );
}
