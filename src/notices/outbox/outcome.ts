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

/** The occasion of a report on all tasks of an occasion, or on one that ended after that report. */
export function reportOccasion(occasion: string, taskId?: string): string {
  return `report-${occasion}${taskId === undefined ? '' : `|${taskId}`}`;
}

/** What a report says. @returns null for what is no report. */
export function outcomeFor(
  report: Pick<OutboxTask, 'occasion'>,
  tasks: readonly OutboxTask[],
): Outcome | null {
  const [, occasion, id] = /^report-([^|]+)(?:\|(.+))?$/.exec(report.occasion) ?? [];
  if (occasion === undefined) return null;
  const meant = tasks.filter(
    (task) => task.occasion === occasion && (id === undefined || task.id === id),
  );
  return {
    occasion,
    sent: meant.filter(({ state }) => state === 'sent'),
    failed: meant.filter(isFailure),
    waiting: meant.filter(({ state }) => state === 'waiting'),
  };
}
