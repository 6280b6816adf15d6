import { z } from 'zod';
import { postEphemeral } from '../../state/change-ephemeral.ts';
import { isMember } from '../../state/find.ts';
import { requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { contentArguments, readContent } from '../message-content.ts';
import { MethodError } from '../method-error.ts';
import { writableChannel } from '../require-channel.ts';
import { requireThread } from '../require-thread.ts';

/** `chat.postEphemeral`: says something that one person sees. */
export const chatPostEphemeral = defineMethod({
  name: 'chat.postEphemeral',
  arguments: z.looseObject({
    channel: requiredText,
    user: requiredText,
    ...contentArguments,
    thread_ts: text.optional(),
  }),
  run({ workspace }, values) {
    const conversation = writableChannel(workspace, values.channel);
    if (!isMember(conversation, values.user)) throw new MethodError('user_not_in_channel');
    requireThread(conversation, values.thread_ts);
    const { text: said, blocks } = readContent(workspace, values);
    const { ts } = postEphemeral(workspace, {
      channel: conversation.id,
      threadTs: values.thread_ts || null,
      visibleTo: values.user,
      text: said,
      blocks,
    });
    return { message_ts: ts };
  },
});
