import type { Outbox } from './outbox.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** What became of the announcements of notices so far, by the notice's id. */
export async function announcementsOf(
  outbox: Pick<Outbox, 'of'>,
  noticeIds: readonly string[],
): Promise<Map<string, Outcome>> {
  const outcomes = noticeIds.map(async (id): Promise<[string, Outcome]> => {
    const tasks = (await outbox.of(id)).filter(({ occasion }) => occasion === 'announcement');
    return [id, outcomeOf('announcement', tasks)];
  });
  return new Map(await Promise.all(outcomes));
}
