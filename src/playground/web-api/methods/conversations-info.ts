import { z } from 'zod';
import { presentConversation } from '../../wire/present-conversation.ts';
import { flag, requiredText } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { visibleChannel } from '../require-channel.ts';

/** `conversations.info`: what a channel is. */
export const conversationsInfo = defineMethod({
  name: 'conversations.info',
  arguments: z.looseObject({ channel: requiredText, include_num_members: flag.optional() }),
  run({ workspace }, values) {
    const conversation = visibleChannel(workspace, values.channel);
    const withMembers = values.include_num_members === true;
    return { channel: presentConversation(workspace, conversation, withMembers) };
  },
});
