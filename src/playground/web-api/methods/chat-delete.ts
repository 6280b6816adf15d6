import { z } from 'zod';
import { deleteMessage } from '../../state/change-messages.ts';
import { requiredText } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { MethodError } from '../method-error.ts';
import { existingMessage, readableChannel } from '../require-channel.ts';

/** `chat.delete`: removes one of the app's own messages. */
export const chatDelete = defineMethod({
  name: 'chat.delete',
  arguments: z.looseObject({ channel: requiredText, ts: requiredText }),
  run({ workspace }, values) {
    const conversation = readableChannel(workspace, values.channel);
    const message = existingMessage(conversation, values.ts);
    // What Slack answers for a stream that is still open, though no document says so.
    const isOpenStream = message.stream?.state === 'in_progress';
    if (!message.isFromApp || isOpenStream) throw new MethodError('cant_delete_message');
    deleteMessage(workspace, conversation, message, workspace.state.app.botUserId);
    return { channel: conversation.id, ts: values.ts };
  },
});
