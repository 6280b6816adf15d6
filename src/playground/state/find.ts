import { PlaygroundError } from '../playground-error.ts';
import type { Conversation } from './conversations.ts';
import { lookUp } from './look-up.ts';
import type { Message } from './messages.ts';
import type { Person, PersonKind } from './people.ts';
import type { Workspace } from './workspace.ts';

/** A conversation by id or name (with or without `#`); undefined when there is none. */
export function findConversation(workspace: Workspace, idOrName: string): Conversation | undefined {
  const { conversations } = workspace.state;
  const byId = lookUp(conversations, idOrName);
  if (byId !== undefined) return byId;
  const name = idOrName.replace(/^#/, '');
  if (name === '') return undefined;
  return Object.values(conversations).find((conversation) => conversation.name === name);
}

/** A person by id or handle (with or without `@`); undefined when there is none. */
function findPerson(workspace: Workspace, idOrName: string): Person | undefined {
  const { people } = workspace.state;
  const byId = lookUp(people, idOrName);
  if (byId !== undefined) return byId;
  const name = idOrName.replace(/^@/, '');
  return Object.values(people).find((person) => person.name === name);
}

/** @throws {PlaygroundError} `playground-conversation-unknown`. */
export function requireConversation(workspace: Workspace, idOrName: string): Conversation {
  const conversation = findConversation(workspace, idOrName);
  if (conversation !== undefined) return conversation;
  const names = Object.values(workspace.state.conversations)
    .filter((candidate) => candidate.kind !== 'direct')
    .map((candidate) => `#${candidate.name}`);
  throw new PlaygroundError('playground-conversation-unknown', `no conversation ${idOrName}`, {
    forPeople: `The local Slack has no channel ${idOrName}. It has ${names.join(', ')}.`,
  });
}

/** @throws {PlaygroundError} `playground-person-unknown`. */
export function requirePerson(workspace: Workspace, idOrName: string): Person {
  const person = findPerson(workspace, idOrName);
  if (person !== undefined) return person;
  const names = Object.values(workspace.state.people).map((candidate) => candidate.name);
  throw new PlaygroundError('playground-person-unknown', `no person ${idOrName}`, {
    forPeople: `The local Slack has nobody called ${idOrName}. It has ${names.join(', ')}.`,
  });
}

export function findMessage(conversation: Conversation, ts: string): Message | undefined {
  const message = conversation.messages[positionOf(conversation, ts)];
  return message?.ts === ts ? message : undefined;
}

/** Index of the first message that is not earlier than `ts`; messages ascend by it. */
function positionOf({ messages }: Conversation, ts: string): number {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.ts ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @throws {PlaygroundError} `playground-message-unknown`. */
export function requireMessage(conversation: Conversation, ts: string): Message {
  const message = findMessage(conversation, ts);
  if (message !== undefined) return message;
  throw new PlaygroundError(
    'playground-message-unknown',
    `no message ${ts} in ${conversation.id}`,
    { forPeople: `There is no message ${ts} in ${conversation.name || conversation.id}.` },
  );
}

export const isMember = (conversation: Conversation, userId: string): boolean =>
  conversation.memberIds.includes(userId);

const insiders: ReadonlySet<PersonKind> = new Set(['member', 'lead', 'staff']);

/** Whether people may know of each other: as colleagues, or through a channel that both are in. */
export function areInTouch(workspace: Workspace, one: Person, other: Person): boolean {
  if (insiders.has(one.kind) && insiders.has(other.kind)) return true;
  return Object.values(workspace.state.conversations).some(
    (conversation) =>
      conversation.kind !== 'direct' &&
      isMember(conversation, one.id) &&
      isMember(conversation, other.id),
  );
}

/** Replies of a thread, ascending, without its root. */
export function repliesOf(conversation: Conversation, rootTs: string): Message[] {
  const later = conversation.messages.slice(positionOf(conversation, rootTs));
  return later.filter((message) => message.threadTs === rootTs);
}
