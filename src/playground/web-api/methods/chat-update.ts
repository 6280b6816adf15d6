import { z } from 'zod';
import { editMessage } from '../../state/change-messages.ts';
import type { Message } from '../../state/messages.ts';
import { presentMessage } from '../../wire/present-message.ts';
import { decoded, requiredText } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { contentArguments, readContent, readMetadata } from '../message-content.ts';
import { MethodError } from '../method-error.ts';
import { existingMessage, readableChannel } from '../require-channel.ts';

/** "The text field cannot exceed 4,000 characters." */
const maximumText = 4_000;

const updateArguments = z.looseObject({
  channel: requiredText,
  ts: requiredText,
  ...contentArguments,
  metadata: decoded.optional(),
});

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Metadata stays when none is given, and goes when an empty object is. */
function changedMetadata(value: unknown): Partial<Pick<Message, 'metadata'>> {
  if (value === undefined) return {};
  return { metadata: isEmptyObject(value) ? null : readMetadata(value) };
}

/** `chat.update`: replaces what one of the app's own messages says. */
export const chatUpdate = defineMethod({
  name: 'chat.update',
  arguments: updateArguments,
  run({ workspace }, values) {
    const conversation = readableChannel(workspace, values.channel);
    if (conversation.isArchived) throw new MethodError('is_inactive');
    const message = existingMessage(conversation, values.ts);
    if (!message.isFromApp) throw new MethodError('cant_update_message');
    if (message.stream?.state === 'in_progress') throw new MethodError('streaming_state_conflict');
    if ((values.text?.length ?? 0) > maximumText) throw new MethodError('msg_too_long');
    const content = readContent(workspace, values);
    const saysText = values.text !== undefined || values.markdown_text !== undefined;
    const saysBlocks = values.blocks !== undefined;
    editMessage(
      workspace,
      message,
      {
        ...(saysText && { text: content.text }),
        // "If text is provided and blocks are not provided, the blocks will be removed."
        ...((saysText || saysBlocks) && { blocks: content.blocks }),
        ...(values.attachments !== undefined && { attachments: content.attachments }),
        ...changedMetadata(values.metadata),
      },
      // "If blocks are used, the edited flag will not be displayed on the message."
      saysBlocks ? null : workspace.state.app.botUserId,
    );
    const { ts, ...shown } = presentMessage(workspace, message);
    return { channel: conversation.id, ts, text: message.text, message: shown };
  },
});
