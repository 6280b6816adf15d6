import type { OutboxTask } from './outbox.ts';

/**
 * Channels and people who have an announcement.
 *
 * @param soon - UTC ms: those who are to get it by then count, too; it may be on its way.
 */
export function announcedIn(
  tasks: readonly OutboxTask[],
  { soon }: { soon: number | null },
): string[] {
  return tasks
    .filter(({ occasion }) => occasion === 'announcement')
    .filter(
      ({ state, dueAt }) =>
        state === 'sent' || (soon !== null && state === 'waiting' && dueAt <= soon),
    )
    .map(({ place }) => place);
}
