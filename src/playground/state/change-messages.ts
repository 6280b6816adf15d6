import type { Conversation } from './conversations.ts';
import { findMessage, repliesOf } from './find.ts';
import type { Message } from './messages.ts';
import type { Workspace } from './workspace.ts';

export type NewMessage = Pick<Message, 'user' | 'text'> &
  Partial<
    Pick<
      Message,
      | 'isFromApp'
      | 'blocks'
      | 'attachments'
      | 'files'
      | 'threadTs'
      | 'isBroadcast'
      | 'metadata'
      | 'clientMessageId'
      | 'subtype'
      | 'stream'
    >
  >;

/** Adds a message at the end of a conversation. A reply to a reply goes to the thread's root. */
export function postMessage(
  workspace: Workspace,
  conversation: Conversation,
  content: NewMessage,
): Message {
  const parent = content.threadTs == null ? undefined : findMessage(conversation, content.threadTs);
  const message: Message = {
    isFromApp: false,
    blocks: [],
    attachments: [],
    files: [],
    isBroadcast: false,
    metadata: null,
    clientMessageId: null,
    subtype: null,
    stream: null,
    ...content,
    threadTs: parent?.threadTs ?? parent?.ts ?? null,
    channel: conversation.id,
    ts: workspace.nextTs(),
    edited: null,
    reactions: [],
  };
  conversation.messages.push(message);
  workspace.announce({ type: 'message-posted', message });
  return message;
}

/** Changes a message in place and tells listeners what it was before. */
export function editMessage(
  workspace: Workspace,
  message: Message,
  change: Partial<Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata' | 'stream'>>,
  editor: string | null,
): Message {
  const before = structuredClone(message);
  Object.assign(message, change);
  if (editor !== null) message.edited = { user: editor, ts: workspace.nextTs() };
  workspace.announce({ type: 'message-changed', message, before });
  return message;
}

const tombstoneText = 'This message was deleted.';

/** Removes a message; the root of a thread with replies leaves a tombstone, as in Slack. */
export function deleteMessage(
  workspace: Workspace,
  conversation: Conversation,
  message: Message,
  by: string,
): void {
  const index = conversation.messages.indexOf(message);
  if (index < 0) return;
  if (repliesOf(conversation, message.ts).length > 0) {
    conversation.messages[index] = {
      ...message,
      user: 'USLACKBOT',
      isFromApp: false,
      text: tombstoneText,
      blocks: [],
      attachments: [],
      files: [],
      metadata: null,
      edited: null,
      reactions: [],
      clientMessageId: null,
      subtype: 'tombstone',
      stream: null,
    };
  } else {
    conversation.messages.splice(index, 1);
  }
  workspace.announce({ type: 'message-deleted', message, by });
}

/** Adds a reaction; false when the person has already reacted so. */
export function addReaction(
  workspace: Workspace,
  message: Message,
  name: string,
  user: string,
): boolean {
  const existing = message.reactions.find((reaction) => reaction.name === name);
  if (existing?.userIds.includes(user)) return false;
  if (existing === undefined) message.reactions.push({ name, userIds: [user] });
  else existing.userIds.push(user);
  workspace.announce({ type: 'reaction-added', message, name, user });
  return true;
}

/** Takes a reaction back; false when there was none. */
export function removeReaction(
  workspace: Workspace,
  message: Message,
  name: string,
  user: string,
): boolean {
  const existing = message.reactions.find((reaction) => reaction.name === name);
  if (existing === undefined || !existing.userIds.includes(user)) return false;
  existing.userIds = existing.userIds.filter((id) => id !== user);
  message.reactions = message.reactions.filter((reaction) => reaction.userIds.length > 0);
  workspace.announce({ type: 'reaction-removed', message, name, user });
  return true;
}
