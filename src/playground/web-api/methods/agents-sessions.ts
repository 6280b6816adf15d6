import { z } from 'zod';
import { agentThread, changeAgentThread } from '../../state/change-agent-threads.ts';
import { findMessage } from '../../state/find.ts';
import type { Workspace } from '../../state/workspace.ts';
import { requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { MethodError } from '../method-error.ts';
import { readableChannel } from '../require-channel.ts';

const title = text.pipe(z.string().max(200, 'must be less than 201 characters'));
export const sessionStatus = z.enum(
  ['active', 'processing', 'suspended', 'closed'],
  'must be active, processing, suspended or closed',
);

function requireThread(workspace: Workspace, channelId: string, threadTs: string | undefined) {
  const conversation = readableChannel(workspace, channelId);
  if (threadTs === undefined) throw new MethodError('missing_thread_ts');
  const message = findMessage(conversation, threadTs);
  if (message === undefined) throw new MethodError('invalid_thread_ts');
  return message.threadTs ?? message.ts;
}

/** `agents.sessions.setStatus`: where a conversation with the app stands. */
export const agentsSessionsSetStatus = defineMethod({
  name: 'agents.sessions.setStatus',
  arguments: z.looseObject({
    channel_id: requiredText,
    status: sessionStatus,
    thread_ts: text.optional(),
    title: title.optional(),
    initiator_user_id: text.optional(),
  }),
  run({ workspace }, values) {
    const root = requireThread(workspace, values.channel_id, values.thread_ts);
    const existing = agentThread(workspace, values.channel_id, root);
    const isNew = existing.sessionStatus === null;
    const thread = changeAgentThread(workspace, values.channel_id, root, {
      sessionStatus: values.status,
      ...(isNew && values.title !== undefined && { title: values.title }),
    });
    return { status: values.status, agent_status: values.status, title: thread.title };
  },
});

/** `agents.sessions.rename`: gives a conversation another title. */
export const agentsSessionsRename = defineMethod({
  name: 'agents.sessions.rename',
  arguments: z.looseObject({
    channel_id: requiredText,
    title: title.pipe(z.string().min(1, 'must be more than 0 characters')),
    thread_ts: text.optional(),
  }),
  run({ workspace }, values) {
    const root = requireThread(workspace, values.channel_id, values.thread_ts);
    const session = agentThread(workspace, values.channel_id, root);
    if (session.sessionStatus === null) throw new MethodError('session_not_found');
    changeAgentThread(workspace, values.channel_id, root, { title: values.title });
    return { title: values.title };
  },
});
