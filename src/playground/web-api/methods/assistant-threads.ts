import { z } from 'zod';
import { changeAgentThread } from '../../state/change-agent-threads.ts';
import { findMessage } from '../../state/find.ts';
import type { Workspace } from '../../state/workspace.ts';
import { nested, requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { MethodError } from '../method-error.ts';
import { readableChannel } from '../require-channel.ts';

/** "A two minute timeout applies." */
const statusLifeMs = 120_000;

const threadArguments = { channel_id: requiredText, thread_ts: requiredText };

function requireThread(workspace: Workspace, channelId: string, threadTs: string): string {
  const conversation = readableChannel(workspace, channelId);
  const message = findMessage(conversation, threadTs);
  if (message === undefined) throw new MethodError('invalid_thread_ts');
  return message.threadTs ?? message.ts;
}

/** `assistant.threads.setStatus`: the line that says what the app is doing; empty takes it away. */
export const assistantThreadsSetStatus = defineMethod({
  name: 'assistant.threads.setStatus',
  arguments: z.looseObject({
    ...threadArguments,
    status: text,
    loading_messages: nested(
      z.array(z.string()).max(10, 'no more than 10 items allowed'),
    ).optional(),
  }),
  run({ workspace }, values) {
    const root = requireThread(workspace, values.channel_id, values.thread_ts);
    changeAgentThread(workspace, values.channel_id, root, {
      status: values.status,
      loadingMessages: values.loading_messages ?? [],
      statusExpiresAt: values.status === '' ? 0 : workspace.clock.now() + statusLifeMs,
    });
    return {};
  },
});

/** `assistant.threads.setTitle`: what the conversation is called in people's history. */
export const assistantThreadsSetTitle = defineMethod({
  name: 'assistant.threads.setTitle',
  arguments: z.looseObject({ ...threadArguments, title: requiredText }),
  run({ workspace }, values) {
    const root = requireThread(workspace, values.channel_id, values.thread_ts);
    changeAgentThread(workspace, values.channel_id, root, { title: values.title });
    return {};
  },
});

const prompt = z.object({ title: requiredText, message: requiredText });

/** `assistant.threads.setSuggestedPrompts`: what people may want to ask. */
export const assistantThreadsSetSuggestedPrompts = defineMethod({
  name: 'assistant.threads.setSuggestedPrompts',
  arguments: z.looseObject({
    channel_id: requiredText,
    thread_ts: text.optional(),
    title: text.optional(),
    prompts: nested(z.array(prompt).min(1).max(4, 'no more than 4 items allowed')),
  }),
  run({ workspace }, values) {
    const root = values.thread_ts
      ? requireThread(workspace, values.channel_id, values.thread_ts)
      : null;
    readableChannel(workspace, values.channel_id);
    changeAgentThread(workspace, values.channel_id, root, {
      suggestedPromptsTitle: values.title ?? '',
      suggestedPrompts: values.prompts,
    });
    return {};
  },
});
