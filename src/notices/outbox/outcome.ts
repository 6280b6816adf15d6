import type { OutboxTask } from './outbox.ts';

/** What became of one message of a notice in all its places. */
export interface Outcome {
  /** Which message: `announcement`, `change-2`, … */
  occasion: string;
  sent: OutboxTask[];
  /** Not sent, and not tried any more. */
  failed: OutboxTask[];
  /** Still tried. */
  waiting: OutboxTask[];
}

/** A task that was not carried out and that its author should know of. */
export function isFailure({ state, problem }: Pick<OutboxTask, 'state' | 'problem'>): boolean {
  return state === 'failed' || (state === 'skipped' && problem === 'too-late');
}

/**
 * The occasion of a report on all tasks of an occasion, or on one that ended after that report.
 */
export function reportOccasion(
  occasion: string,
  one?: Pick<OutboxTask, 'id' | 'renewals'>,
): string {
  return `report-${occasion}${one === undefined ? '' : `|${one.id}|${one.renewals}`}`;
}

/** What a report says. @returns null for what is no report. */
export function outcomeFor(
  report: Pick<OutboxTask, 'occasion'>,
  tasks: readonly OutboxTask[],
): Outcome | null {
  const [, occasion, id] = /^report-([^|]+)(?:\|([^|]+)\|\d+)?$/.exec(report.occasion) ?? [];
  if (occasion === undefined) return null;
  const meant = tasks.filter(
    (task) => task.occasion === occasion && (id === undefined || task.id === id),
  );
  return outcomeOf(occasion, meant);
}

/** What became of a message. @param tasks those of this message, one a place. */
export function outcomeOf(occasion: string, tasks: readonly OutboxTask[]): Outcome {
  return {
    occasion,
    sent: tasks.filter(({ state }) => state === 'sent'),
    failed: tasks.filter(isFailure),
    waiting: tasks.filter(({ state }) => state === 'waiting'),
  };
}
