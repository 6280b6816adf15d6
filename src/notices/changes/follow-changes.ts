import type { ChangedNotice, TasksToAdd } from '../follow-up.ts';
import type { RepliesChanged } from '../notice-store.ts';
import { announcedIn } from '../outbox/announced-in.ts';
import type { OutboxTask, PlannedTask } from '../outbox/outbox.ts';
import { participants } from '../outbox/plan-tasks.ts';
import { capacityOf, givePlaces } from '../replies/reply-to-session.ts';
import { tellPlaces } from '../replies/tell-places.ts';
import { changesBetween } from './describe-changes.ts';

/** Nothing is to be said. */
export const nothingToTell = (): TasksToAdd => ({ add: [], renew: [] });

/**
 * What a change of a notice has to say: its cards say what is the case now, those who have it are told
 * once for each version, and those whose places are others now.
 *
 * @param now - UTC ms.
 */
export function tellChange(changed: ChangedNotice, now: number): TasksToAdd {
  const { before, after, tasks, replies } = changed;
  if (after.state !== 'scheduled' || changesBetween(before, after).length === 0) {
    return nothingToTell();
  }
  const places = after.version === before.version ? [] : announcedIn(tasks, { soon: null });
  const moved = tellPlaces(
    givePlaces(replies, capacityOf(before)),
    givePlaces(replies, capacityOf(after)),
    { turn: after.changedAt, now },
  );
  return {
    add: [...toldIn(places, `change-${after.version}`, now), ...moved],
    renew: cards(tasks, now),
  };
}

/** The same for one that is called off; those who get it just now are told, too. */
export function tellCancellation({ after, tasks }: ChangedNotice, now: number): TasksToAdd {
  const places = announcedIn(tasks, { soon: now });
  return {
    add: toldIn(places, `cancellation-${after.version}`, now),
    renew: cards(tasks, now),
  };
}

/** The same of a reply: cards count it, and who has a place or has to wait because of it is told. */
export function tellReply(
  { before, after }: RepliesChanged,
  tasks: readonly OutboxTask[],
  { capacity, person, now }: { capacity: number | null; person: string; now: number },
): TasksToAdd {
  const turn = after.find((one) => one.person === person)?.place ?? 0;
  const places = announcedIn(tasks, { soon: null });
  return {
    add: tellPlaces(givePlaces(before, capacity), givePlaces(after, capacity), { turn, now }),
    renew: tasksFor('card', places, now),
  };
}

/**
 * Has all cards of a notice drawn again; what is on its way right now may say what was the case before.
 *
 * @param now - UTC ms.
 */
export const cards = (tasks: readonly OutboxTask[], now: number): PlannedTask[] =>
  tasksFor('card', announcedIn(tasks, { soon: now }), now);

/** For those who have the announcement and those who replied. */
const toldIn = (places: readonly string[], occasion: string, now: number): PlannedTask[] =>
  places.length === 0 ? [] : tasksFor(occasion, [...places, participants], now);

const tasksFor = (occasion: string, places: readonly string[], now: number): PlannedTask[] =>
  places.map((place) => ({ occasion, place, dueAt: now, uselessAt: null }));
