import { z } from 'zod';
import { requiredText } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { existingMessage, visibleChannel } from '../require-channel.ts';

/** `chat.getPermalink`: the address of a message. */
export const chatGetPermalink = defineMethod({
  name: 'chat.getPermalink',
  arguments: z.looseObject({ channel: requiredText, message_ts: requiredText }),
  run({ workspace }, values) {
    const conversation = visibleChannel(workspace, values.channel);
    const message = existingMessage(conversation, values.message_ts);
    const { domain } = workspace.state.team;
    const place = `${conversation.id}/p${message.ts.replace('.', '')}`;
    const thread =
      message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${conversation.id}`;
    return {
      channel: conversation.id,
      permalink: `https://${domain}.slack.com/archives/${place}${thread}`,
    };
  },
});
