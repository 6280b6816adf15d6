import type { Conversation } from '../state/conversations.ts';
import { isMember } from '../state/find.ts';
import type { Message } from '../state/messages.ts';
import type { Person } from '../state/people.ts';
import type { PageConversation } from './page-protocol.ts';

/** Guests and people from other organisations are brought into channels, and cannot join them. */
const canJoin = (conversation: Conversation, { kind }: Person): boolean =>
  conversation.kind === 'public' &&
  !conversation.isArchived &&
  (kind === 'member' || kind === 'lead' || kind === 'staff');

/** Whether a person knows of a conversation at all: they are in it, or could join it. */
export const knowsOf = (conversation: Conversation, person: Person): boolean =>
  isMember(conversation, person.id) || canJoin(conversation, person);

/** A message as people see it; what the app keeps with it is not for them. */
export const projectMessage = (message: Message): Message => ({ ...message, metadata: null });

/**
 * Everything about a conversation but its messages.
 *
 * @param lastRead `ts` of the last message the person has seen; null for none.
 */
export function projectOutline(
  conversation: Conversation,
  person: Person,
  lastRead: string | null,
): Omit<PageConversation, 'messages'> {
  const { messages: _, ...outline } = conversation;
  return { ...outline, isMember: isMember(conversation, person.id), lastRead };
}

/** A conversation with what the person may read of it: all when they are in it, else nothing. */
export function projectConversation(
  conversation: Conversation,
  person: Person,
  lastRead: string | null,
): PageConversation {
  const messages = isMember(conversation, person.id) ? conversation.messages : [];
  return {
    ...projectOutline(conversation, person, lastRead),
    messages: messages.map(projectMessage),
  };
}
