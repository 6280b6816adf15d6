import { z } from 'zod';
import { editMessage } from '../../state/change-messages.ts';
import { presentMessage } from '../../wire/present-message.ts';
import { decoded, requiredText } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { contentArguments, readContent, readMetadata } from '../message-content.ts';
import { MethodError } from '../method-error.ts';
import { existingMessage, writableChannel } from '../require-channel.ts';

const maximumText = 4_000;

/** `chat.update`: replaces what one of the app's own messages says. */
export const chatUpdate = defineMethod({
  name: 'chat.update',
  arguments: z.looseObject({
    channel: requiredText,
    ts: requiredText,
    ...contentArguments,
    metadata: decoded.optional(),
  }),
  run({ workspace }, values) {
    const conversation = writableChannel(workspace, values.channel);
    const message = existingMessage(conversation, values.ts);
    if (!message.isFromApp) throw new MethodError('cant_update_message');
    if (message.stream?.state === 'in_progress') throw new MethodError('streaming_state_conflict');
    const content = readContent(workspace, values);
    if (content.text.length > maximumText) throw new MethodError('msg_too_long');
    editMessage(
      workspace,
      message,
      {
        text: content.text,
        // Text alone replaces blocks that were there; blocks without text keep the old text.
        ...(values.text === undefined &&
          values.markdown_text === undefined && {
            text: message.text,
          }),
        blocks: content.blocks,
        attachments: content.attachments,
        ...(values.metadata !== undefined && { metadata: readMetadata(values.metadata) }),
      },
      workspace.state.app.botUserId,
    );
    return {
      channel: conversation.id,
      ts: message.ts,
      text: message.text,
      message: presentMessage(workspace, message),
    };
  },
});
