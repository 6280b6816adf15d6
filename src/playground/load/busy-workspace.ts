import type { Conversation } from '../state/conversations.ts';
import type { LocalSlackState } from '../state/local-slack-state.ts';
import type { Person } from '../state/people.ts';

/** How many are added; everybody is in every tenth channel. */
export interface Crowd {
  people: number;
  channels: number;
}

/** Names of those added, for `actAs` and as channels. */
export interface CrowdNames {
  people: string[];
  channels: string[];
}

const membersPerChannel = 10;

/** Adds members and channels of members to a workspace, in place. */
export function addCrowd(state: LocalSlackState, { people, channels }: Crowd): CrowdNames {
  const [pattern] = Object.values(state.people).filter((person) => person.kind === 'member');
  const [room] = Object.values(state.conversations).filter((each) => each.isGeneral);
  if (pattern === undefined || room === undefined) throw new Error('the workspace is empty');
  const added = count(people).map((number): Person => {
    const name = `crowd${number}`;
    return { ...pattern, id: idOf('U0CR', number), name, realName: `Member ${number}` };
  });
  const ids = added.map((person) => person.id);
  const rooms = count(channels).map((number): Conversation => {
    const first = (number * membersPerChannel) % Math.max(1, ids.length);
    const members = [...ids, ...ids].slice(first, first + Math.min(membersPerChannel, ids.length));
    return {
      ...room,
      id: idOf('C0CR', number),
      name: `crowd-${number}`,
      isGeneral: false,
      memberIds: [...members, state.app.botUserId],
      messages: [],
    };
  });
  for (const person of added) state.people[person.id] = person;
  for (const each of rooms) state.conversations[each.id] = each;
  return { people: added.map(({ name }) => name), channels: rooms.map(({ name }) => name) };
}

const count = (number: number): number[] => Array.from({ length: number }, (_, index) => index);
const idOf = (letters: string, number: number): string =>
  `${letters}${String(number).padStart(7, '0')}`;
