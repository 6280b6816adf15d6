import { z } from 'zod';
import { integer, requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { pageMetadata, paginate } from '../paginate.ts';
import { visibleChannel } from '../require-channel.ts';

/** `conversations.members`: who is in a channel. */
export const conversationsMembers = defineMethod({
  name: 'conversations.members',
  arguments: z.looseObject({
    channel: requiredText,
    limit: integer.pipe(z.number().min(1).max(999)).optional(),
    cursor: text.optional(),
  }),
  run({ workspace }, values) {
    const { memberIds } = visibleChannel(workspace, values.channel);
    const page = paginate(memberIds, (id) => id, values.limit ?? 100, values.cursor);
    return { members: page.items, ...pageMetadata(page) };
  },
});
