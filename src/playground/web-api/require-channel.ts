import type { Conversation } from '../state/conversations.ts';
import { findConversation, findMessage, isMember } from '../state/find.ts';
import { lookUp } from '../state/look-up.ts';
import type { Message } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { MethodError } from './method-error.ts';

/**
 * A channel that the app may know of: private channels and direct messages only as a member.
 *
 * @throws {MethodError} `channel_not_found`.
 */
export function visibleChannel(workspace: Workspace, id: string): Conversation {
  const conversation = lookUp(workspace.state.conversations, id);
  const bot = workspace.state.app.botUserId;
  if (conversation === undefined) throw new MethodError('channel_not_found');
  if (conversation.kind !== 'public' && !isMember(conversation, bot)) {
    throw new MethodError('channel_not_found');
  }
  return conversation;
}

/** A channel whose messages the app may read. @throws {MethodError} `not_in_channel` too. */
export function readableChannel(workspace: Workspace, id: string): Conversation {
  const conversation = visibleChannel(workspace, id);
  if (!isMember(conversation, workspace.state.app.botUserId)) {
    throw new MethodError('not_in_channel');
  }
  return conversation;
}

/** A channel the app may post in; names are accepted as well. @throws `is_archived` too. */
export function writableChannel(workspace: Workspace, idOrName: string): Conversation {
  const named = idOrName.startsWith('#') ? findConversation(workspace, idOrName)?.id : idOrName;
  const conversation = readableChannel(workspace, named ?? idOrName);
  if (conversation.isArchived) throw new MethodError('is_archived');
  return conversation;
}

/** @throws {MethodError} `message_not_found`. */
export function existingMessage(conversation: Conversation, ts: string): Message {
  const message = findMessage(conversation, ts);
  if (message === undefined) throw new MethodError('message_not_found');
  return message;
}
