import type { Clock } from '../../clock.ts';
import type { NoticeStore } from '../notice-store.ts';
import type { Outbox, PlannedTask } from '../outbox/outbox.ts';
import { givePlaces } from './reply-to-session.ts';
import { tellPlaces } from './tell-places.ts';

/** Deletes all that a person replied; their places go to those who wait, who are told so. */
export type ForgetReplies = (person: string) => Promise<void>;

export interface ForgetRepliesParts {
  store: Pick<NoticeStore, 'sessionsFrom' | 'replies' | 'forgetPerson'>;
  outbox: Pick<Outbox, 'of' | 'add' | 'renewTasks'>;
  clock: Clock;
  /** Something is to be sent: look now. */
  wake(): void;
}

export function createForgetReplies(parts: ForgetRepliesParts): ForgetReplies {
  const { store, outbox, clock } = parts;
  return async (person) => {
    const now = clock.now();
    const tasksFor = (occasion: string, places: readonly string[]): PlannedTask[] =>
      places.map((place) => ({ occasion, place, dueAt: now, uselessAt: null }));
    const sessions = await Promise.all(
      (await store.sessionsFrom(now)).map(async (notice) => ({
        notice,
        before: await store.replies(notice.id),
      })),
    );
    await store.forgetPerson(person);
    for (const { notice, before } of sessions) {
      if (!before.some((one) => one.person === person)) continue;
      const { id, details } = notice;
      const capacity = details.kind === 'session' ? details.capacity : null;
      const after = givePlaces(await store.replies(id), capacity);
      const cards = (await outbox.of(id)).filter(
        ({ occasion, state }) => occasion === 'announcement' && state === 'sent',
      );
      await outbox.add(id, tellPlaces(givePlaces(before, capacity), after, { turn: now, now }));
      await outbox.renewTasks(
        id,
        tasksFor(
          'card',
          cards.map(({ place }) => place),
        ),
      );
      parts.wake();
    }
  };
}
