import { z } from 'zod';
import { clearStatus } from '../../state/change-agent-threads.ts';
import { openDirectMessage } from '../../state/change-conversations.ts';
import { postMessage } from '../../state/change-messages.ts';
import type { Conversation } from '../../state/conversations.ts';
import { lookUp } from '../../state/look-up.ts';
import type { Workspace } from '../../state/workspace.ts';
import { presentMessage } from '../../wire/present-message.ts';
import { decoded, flag, requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { contentArguments, readContent, readMetadata } from '../message-content.ts';
import { writableChannel } from '../require-channel.ts';
import { requireThread } from '../require-thread.ts';

/** A channel to write to; a person's id stands for the direct message with them. */
function target(workspace: Workspace, channel: string): Conversation {
  const person = lookUp(workspace.state.people, channel);
  if (person === undefined || person.isBot) return writableChannel(workspace, channel);
  return openDirectMessage(workspace, channel);
}

/** `chat.postMessage`: says something in a channel, a thread or a direct message. */
export const chatPostMessage = defineMethod({
  name: 'chat.postMessage',
  arguments: z.looseObject({
    channel: requiredText,
    ...contentArguments,
    thread_ts: text.optional(),
    reply_broadcast: flag.optional(),
    metadata: decoded.optional(),
    unfurl_links: flag.optional(),
    unfurl_media: flag.optional(),
    mrkdwn: flag.optional(),
  }),
  run({ workspace }, values) {
    const conversation = target(workspace, values.channel);
    requireThread(conversation, values.thread_ts);
    const message = postMessage(workspace, conversation, {
      user: workspace.state.app.botUserId,
      isFromApp: true,
      ...readContent(workspace, values),
      threadTs: values.thread_ts || null,
      isBroadcast: values.reply_broadcast === true && Boolean(values.thread_ts),
      metadata: readMetadata(values.metadata),
    });
    clearStatus(workspace, conversation.id, message.threadTs);
    return {
      channel: conversation.id,
      ts: message.ts,
      message: {
        ...presentMessage(workspace, message),
        app_id: workspace.state.app.appId,
        ...(message.metadata !== null && { metadata: message.metadata }),
      },
    };
  },
});
