import type { Notice } from '../notice.ts';
import type { NoticeStore } from '../notice-store.ts';
import type { OutboxTask, PlannedTask } from '../outbox/outbox.ts';
import { capacityOf, givePlaces, type Places } from './reply-to-session.ts';

/** Who comes to the session of a notice, as they replied so far. */
export async function placesOf(
  notice: Notice,
  store: Pick<NoticeStore, 'replies'>,
): Promise<Places> {
  return givePlaces(await store.replies(notice.id), capacityOf(notice));
}

/** The same task for everybody who may come or, unless that is left out, waits for a place. */
export function toEach(
  { occasion, uselessAt }: OutboxTask,
  places: Places | null,
  dueAt: number,
  leaveOutWaiting: boolean,
): PlannedTask[] {
  if (places === null) return [];
  const people = [...places.going, ...places.maybe, ...(leaveOutWaiting ? [] : places.waiting)];
  return people.map((place) => ({ occasion, place, dueAt, uselessAt }));
}

/** Whether somebody is going or may come. */
export function mayCome(person: string, places: Places | null): boolean {
  return places !== null && [...places.going, ...places.maybe].includes(person);
}
