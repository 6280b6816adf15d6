import type { StatementInPlace } from '../statement-in-place.ts';

/**
 * How well a statement fills a cell of one column. Below 1 it does not: a cell rather stays empty.
 * Rules are general phrases of English publications, set by hand.
 */
export type ColumnRule = (statement: StatementInPlace) => number;

/** A phrase and what it counts. */
export type Cue = readonly [RegExp, number];

/** The best of the cues that a text holds, 0 without one. */
export function bestCue(cues: readonly Cue[], text: string): number {
  return Math.max(0, ...cues.map(([phrase, weight]) => (phrase.test(text) ? weight : 0)));
}

/** Whether the innermost heading, or one above it, names such a section. */
export function isUnder({ headings }: StatementInPlace, section: RegExp): boolean {
  return headings.some((heading) => section.test(heading));
}
