import { z } from 'zod';
import type { Message } from '../../state/messages.ts';
import { presentHistoryMessage } from '../../wire/present-message.ts';
import { flag, integer, requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { MethodError } from '../method-error.ts';
import { pageMetadata, paginate } from '../paginate.ts';
import { readableChannel } from '../require-channel.ts';

/** The arguments that choose a stretch of a conversation. */
export const rangeArguments = {
  cursor: text.optional(),
  include_all_metadata: flag.optional(),
  inclusive: flag.optional(),
  latest: text.optional(),
  limit: integer.pipe(z.number().min(1).max(999)).optional(),
  oldest: text.optional(),
};

type Range = z.infer<z.ZodObject<typeof rangeArguments>>;

const defaultLimit = 100;

function readBound(value: string | undefined, code: string): number | null {
  if (value === undefined || value === '' || value === 'now') return null;
  // Microseconds as an integer: as a float in seconds the last digits of a ts would blur.
  const match = /^(\d{1,11})(?:\.(\d{1,6}))?$/.exec(value);
  if (match === null) throw new MethodError(code);
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
}

const microseconds = (message: Message): number => Number(message.ts.replace('.', ''));

/**
 * Keeps the messages between `oldest` and `latest`; the bounds themselves only when `inclusive`.
 *
 * @throws {MethodError} `invalid_ts_oldest`, `invalid_ts_latest`.
 */
export function withinRange(messages: readonly Message[], range: Range): Message[] {
  const oldest = readBound(range.oldest, 'invalid_ts_oldest') ?? 0;
  const latest = readBound(range.latest, 'invalid_ts_latest') ?? Number.MAX_SAFE_INTEGER;
  return messages.filter((message) => {
    const at = microseconds(message);
    if (at === oldest || at === latest) return range.inclusive === true;
    return at > oldest && at < latest;
  });
}

export const pageSize = (range: Range): number => range.limit ?? defaultLimit;

/** `conversations.history`: what was said in a channel, newest first, replies left out. */
export const conversationsHistory = defineMethod({
  name: 'conversations.history',
  arguments: z.looseObject({ channel: requiredText, ...rangeArguments }),
  run({ workspace }, values) {
    const conversation = readableChannel(workspace, values.channel);
    const shown = conversation.messages.filter(
      (message) => message.threadTs === null || message.isBroadcast,
    );
    const newestFirst = withinRange(shown, values).reverse();
    const page = paginate(newestFirst, (message) => message.ts, pageSize(values), values.cursor);
    return {
      messages: page.items.map((message) =>
        presentHistoryMessage(workspace, message, values.include_all_metadata === true),
      ),
      has_more: page.nextCursor !== '',
      pin_count: 0,
      ...(page.nextCursor !== '' && pageMetadata(page)),
    };
  },
});
