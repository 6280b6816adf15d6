import type { Clock } from '../../clock.ts';
import type { NoticeStore } from '../notice-store.ts';
import { announcedIn } from '../outbox/announced-in.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { capacityOf, givePlaces } from './reply-to-session.ts';
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
    const sessions = await Promise.all(
      (await store.sessionsFrom(now)).map(async (notice) => ({
        notice,
        before: await store.replies(notice.id),
      })),
    );
    await store.forgetPerson(person);
    for (const { notice, before } of sessions) {
      if (!before.some((one) => one.person === person)) continue;
      const { id } = notice;
      const capacity = capacityOf(notice);
      const after = givePlaces(await store.replies(id), capacity);
      const places = announcedIn(await outbox.of(id), { soon: null });
      await outbox.add(id, tellPlaces(givePlaces(before, capacity), after, { turn: now, now }));
      await outbox.renewTasks(
        id,
        places.map((place) => ({ occasion: 'card', place, dueAt: now, uselessAt: null })),
      );
      parts.wake();
    }
  };
}
