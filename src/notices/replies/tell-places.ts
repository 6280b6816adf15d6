import type { PlannedTask } from '../outbox/outbox.ts';
import { displacedSince, type Places, promotedSince } from './reply-to-session.ts';

/**
 * What is to be told after places were given anew: that somebody who waited has one, or that
 * somebody who had one has to wait.
 *
 * @param turn tells this change from others of the same session.
 * @param now UTC ms.
 */
export function tellPlaces(
  before: Places,
  after: Places,
  { turn, now }: { turn: number; now: number },
): PlannedTask[] {
  const toldTo = (people: readonly string[], occasion: string): PlannedTask[] =>
    people.map((place) => ({ occasion, place, dueAt: now, uselessAt: null }));
  return [
    ...toldTo(promotedSince(before, after), `promotion-${turn}`),
    ...toldTo(displacedSince(before, after), `displacement-${turn}`),
  ];
}
