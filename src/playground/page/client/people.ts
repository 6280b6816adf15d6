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

/** A number from 0 to `count - 1` that stays the same for an id. */
export function stableNumber(id: string, count: number): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return sum % count;
}
