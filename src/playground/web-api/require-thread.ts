import type { Conversation } from '../state/conversations.ts';
import { findMessage } from '../state/find.ts';
import { MethodError } from './method-error.ts';

const withoutThread = new Set(['channel_join', 'channel_leave', 'channel_archive']);

/** @throws {MethodError} `thread_not_found`, `cannot_reply_to_message` (messages of the system). */
export function requireThread(conversation: Conversation, threadTs: string | undefined): void {
  if (threadTs === undefined || threadTs === '') return;
  const parent = findMessage(conversation, threadTs);
  if (parent === undefined) throw new MethodError('thread_not_found');
  if (parent.subtype !== null && withoutThread.has(parent.subtype)) {
    throw new MethodError('cannot_reply_to_message');
  }
}
