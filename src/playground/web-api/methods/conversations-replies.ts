import { z } from 'zod';
import { findMessage, repliesOf } from '../../state/find.ts';
import { presentHistoryMessage } from '../../wire/present-message.ts';
import { requiredText } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { MethodError } from '../method-error.ts';
import { pageMetadata, paginate } from '../paginate.ts';
import { readableChannel } from '../require-channel.ts';
import { pageSize, rangeArguments, withinRange } from './conversations-history.ts';

/** `conversations.replies`: a thread, oldest first; every page begins with its root. */
export const conversationsReplies = defineMethod({
  name: 'conversations.replies',
  arguments: z.looseObject({ channel: requiredText, ts: requiredText, ...rangeArguments }),
  run({ workspace }, values) {
    const conversation = readableChannel(workspace, values.channel);
    const named = findMessage(conversation, values.ts);
    if (named === undefined) throw new MethodError('thread_not_found');
    const present = (message: typeof named) =>
      presentHistoryMessage(workspace, message, values.include_all_metadata === true);
    if (named.threadTs !== null) return { messages: [present(named)], has_more: false };
    const replies = withinRange(repliesOf(conversation, named.ts), values);
    const page = paginate(replies, (message) => message.ts, pageSize(values), values.cursor);
    return {
      messages: [named, ...page.items].map(present),
      has_more: page.nextCursor !== '',
      ...(page.nextCursor !== '' && pageMetadata(page)),
    };
  },
});
