import { z } from 'zod';
import { completeBlocks } from '../../blocks/complete-blocks.ts';
import { fallbackText } from '../../blocks/fallback-text.ts';
import { validateBlocks } from '../../blocks/validate-blocks.ts';
import { changeAgentThread, clearStatus } from '../../state/change-agent-threads.ts';
import { editMessage, postMessage } from '../../state/change-messages.ts';
import { lookUp } from '../../state/look-up.ts';
import type { Block, Message, MessageStream } from '../../state/messages.ts';
import type { Workspace } from '../../state/workspace.ts';
import { decoded, requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { readMetadata } from '../message-content.ts';
import { explainedError, MethodError } from '../method-error.ts';
import { existingMessage, writableChannel } from '../require-channel.ts';
import { requireThread } from '../require-thread.ts';
import { addChunks, chunkArguments, type ReadChunks, readChunks } from '../stream-chunks.ts';
import { sessionStatus } from './agents-sessions.ts';

type Streaming = Message & { stream: MessageStream };

/** `chat.startStream`: begins a message that grows before people's eyes. */
export const chatStartStream = defineMethod({
  name: 'chat.startStream',
  arguments: z.looseObject({
    channel: requiredText,
    thread_ts: requiredText,
    ...chunkArguments,
    recipient_team_id: text.optional(),
    recipient_user_id: text.optional(),
    task_display_mode: z.enum(['timeline', 'plan', 'dense']).optional(),
  }),
  run({ workspace }, values) {
    const conversation = writableChannel(workspace, values.channel);
    requireThread(conversation, values.thread_ts);
    const { recipient_user_id: user, recipient_team_id: team } = values;
    if (conversation.kind !== 'direct') {
      if (!team) throw new MethodError('missing_recipient_team_id');
      if (!user) throw new MethodError('missing_recipient_user_id');
    }
    const person = user ? lookUp(workspace.state.people, user) : undefined;
    if (user && person === undefined) throw new MethodError('user_not_found');
    if (team && person !== undefined && person.teamId !== team) {
      throw new MethodError('team_not_found');
    }
    const stream: MessageStream = {
      state: 'in_progress',
      mode: null,
      startedAt: workspace.clock.now(),
      recipientUserId: user ?? null,
      chunkBlocks: 0,
      markdownBlockId: null,
      planTitle: null,
      tasks: [],
    };
    const content = addChunks(workspace, { text: '', blocks: [], stream }, readChunks(values));
    const message = postMessage(workspace, conversation, {
      user: workspace.state.app.botUserId,
      isFromApp: true,
      threadTs: values.thread_ts,
      ...content,
    });
    clearStatus(workspace, conversation.id, message.threadTs);
    changeAgentThread(workspace, conversation.id, message.threadTs, {
      sessionStatus: 'processing',
    });
    return { channel: conversation.id, ts: message.ts };
  },
});

/** The message being streamed. @throws {MethodError} when it is not one of ours, or has ended. */
function streaming(
  workspace: Workspace,
  channel: string,
  ts: string,
  whenStoppedByUser: string,
): Streaming {
  const message = existingMessage(writableChannel(workspace, channel), ts);
  if (!message.isFromApp) throw new MethodError('message_not_owned_by_app');
  const { stream } = message;
  if (stream === null) throw new MethodError('message_not_in_streaming_state');
  if (stream.state === 'stopped_by_user') throw new MethodError(whenStoppedByUser);
  if (stream.state !== 'in_progress') {
    throw new MethodError('message_not_in_streaming_state');
  }
  return message as Streaming;
}

function requireSameMode(stream: MessageStream, read: ReadChunks): void {
  if (stream.mode !== null && read.mode !== null && stream.mode !== read.mode) {
    throw new MethodError('streaming_mode_mismatch');
  }
}

/** `chat.appendStream`: adds to it. */
export const chatAppendStream = defineMethod({
  name: 'chat.appendStream',
  arguments: z.looseObject({ channel: requiredText, ts: requiredText, ...chunkArguments }),
  run({ workspace }, values) {
    const message = streaming(workspace, values.channel, values.ts, 'stopped_by_user');
    const read = readChunks(values);
    if (read.mode === null) throw new MethodError('no_text');
    requireSameMode(message.stream, read);
    Object.assign(message, addChunks(workspace, message, read));
    workspace.announce({ type: 'message-streamed', message });
    return { channel: message.channel, ts: message.ts };
  },
});

function closingBlocks(workspace: Workspace, value: unknown): Block[] {
  if (value === undefined) return [];
  const problems = validateBlocks(value, 'message');
  if (problems.length > 0) throw explainedError('invalid_blocks', problems);
  return completeBlocks(workspace, value as Block[]);
}

/** `chat.stopStream`: finishes it, with blocks below what was streamed. */
export const chatStopStream = defineMethod({
  name: 'chat.stopStream',
  arguments: z.looseObject({
    channel: requiredText,
    ts: requiredText,
    ...chunkArguments,
    blocks: decoded.optional(),
    metadata: decoded.optional(),
    session_status: sessionStatus.optional(),
  }),
  run({ workspace }, values) {
    const code = 'message_not_in_streaming_state';
    const message = streaming(workspace, values.channel, values.ts, code);
    const read = readChunks(values);
    requireSameMode(message.stream, read);
    const metadata = readMetadata(values.metadata);
    const closing = closingBlocks(workspace, values.blocks);
    const { text: said, blocks, stream } = addChunks(workspace, message, read);
    editMessage(
      workspace,
      message,
      {
        text: said || fallbackText(closing),
        blocks: [...blocks, ...closing],
        stream: { ...stream, state: 'completed' },
        ...(metadata !== null && { metadata }),
      },
      null,
    );
    changeAgentThread(workspace, message.channel, message.threadTs, {
      sessionStatus: values.session_status ?? 'active',
    });
    return { channel: message.channel, ts: message.ts };
  },
});
