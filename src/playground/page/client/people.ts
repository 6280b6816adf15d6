import type { Person, PersonKind } from '../../state/people.ts';

const kindNames: Readonly<Record<PersonKind, string>> = {
  member: 'Member',
  lead: 'Lead',
  staff: 'Staff',
  guest: 'Guest',
  'single-channel-guest': 'Single-channel guest',
  external: 'External',
};

/** What somebody is to the partnership, in words. */
export const kindName = (person: Person): string => (person.isBot ? 'App' : kindNames[person.kind]);

/** Whether others should be told that somebody is from outside: guests and other organisations. */
export const isOutside = (person: Person): boolean =>
  !person.isBot && ['guest', 'single-channel-guest', 'external'].includes(person.kind);

/** First letters of the first and the last name; `?` for nobody. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

/**
 * Which of `count` colours somebody has, from 0: people take turns, so that as few as possible share
 * one; 0 for somebody who is not among them.
 */
export function hueOf(
  person: Person | undefined,
  people: readonly Person[],
  count: number,
): number {
  const place = people.filter(({ isBot }) => !isBot).findIndex(({ id }) => id === person?.id);
  return Math.max(0, place) % count;
}
