import type { Exchange } from '../answering/index.ts';
import { roundFigure } from './round-figure.ts';
import { percentile } from './scorers/percentile.ts';

interface Percentiles {
  p50: number;
  p95: number;
}

/** What an answer waits for, in milliseconds. */
export interface TimeShares {
  /** The model, in all calls. */
  model: Percentiles;
  /** Everything else. */
  own: Percentiles;
}

/**
 * Splits the time of answers for which a model was asked; null when none was. Of calls side by side
 * only the time counts that was waited for them together.
 */
export function splitTime(
  outcomes: readonly { exchange: Exchange; milliseconds: number }[],
): TimeShares | null {
  const shares = outcomes.flatMap(({ exchange: { modelRun }, milliseconds }) => {
    if (modelRun === null) return [];
    const own = Math.min(modelRun.ownMs, milliseconds);
    const waited = modelRun.steps.reduce((sum, { ms }) => sum + ms, 0);
    return [{ model: Math.min(waited, milliseconds - own), own }];
  });
  if (shares.length === 0) return null;
  return {
    model: percentilesOf(shares.map(({ model }) => model)),
    own: percentilesOf(shares.map(({ own }) => own)),
  };
}

function percentilesOf(values: readonly number[]): Percentiles {
  return {
    p50: roundFigure(percentile(values, 0.5) ?? 0, 3),
    p95: roundFigure(percentile(values, 0.95) ?? 0, 3),
  };
}
