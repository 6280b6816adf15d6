import type { ConversationsHistoryArguments, WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { SoughtMessage } from '../../messaging/index.ts';
import { deliveryEventType, streamMarkOf } from './messenger-marks.ts';

/** Slack’s clock may be behind ours by this much: a post that is not found is posted again. */
const clockToleranceMs = 15 * 60_000;
const pageSize = 200;
/** A thread or channel with more messages since the delivery was prepared is not looked through. */
const mostPages = 50;

const historyMessage = z.object({
  ts: z.string(),
  user: z.string().optional().catch(undefined),
  streaming_state: z.string().optional().catch(undefined),
  blocks: z
    .array(z.object({ block_id: z.string().optional() }).catch({}))
    .optional()
    .catch(undefined),
  metadata: z
    .object({
      event_type: z.string(),
      event_payload: z.record(z.string(), z.unknown()),
    })
    .optional()
    .catch(undefined),
});
const historyPage = z.object({
  messages: z.array(historyMessage).default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

type HistoryMessage = z.infer<typeof historyMessage>;

/** The id of the message that carries the delivery's id; null when there is none. */
export async function findDelivered(
  client: WebClient,
  sought: SoughtMessage,
): Promise<string | null> {
  for await (const message of messagesSince(client, sought)) {
    const { metadata } = message;
    const isOurs = metadata?.event_type === deliveryEventType;
    if (isOurs && metadata.event_payload.delivery_id === sought.deliveryId) return message.ts;
  }
  return null;
}

/**
 * The id of the message that was begun for the delivery; null when there is none. It is known by the
 * mark on its first block. Should Slack have given the block an id of its own, then by what else is
 * known of it: it is Concord's, it is still open or broke off, and nothing names its delivery.
 */
export async function findBegun(client: WebClient, sought: SoughtMessage): Promise<string | null> {
  const mark = streamMarkOf(sought.deliveryId);
  let unmarked: string | null = null;
  let ownUser: string | undefined;
  for await (const message of messagesSince(client, sought)) {
    if (message.blocks?.[0]?.block_id === mark) return message.ts;
    if (!brokeOff(message)) continue;
    ownUser ??= z.string().parse((await client.auth.test()).user_id);
    if (message.user === ownUser) unmarked = message.ts;
  }
  return unmarked;
}

function brokeOff({ streaming_state: state, metadata, blocks }: HistoryMessage): boolean {
  const isMarked = blocks?.[0]?.block_id?.startsWith(streamMarkOf('')) === true;
  return (state === 'in_progress' || state === 'errored') && metadata === undefined && !isMarked;
}

/** Page after page of what was written since the delivery was prepared, or since what it answers. */
async function* messagesSince(
  client: WebClient,
  { channel, thread, answers, createdAt }: SoughtMessage,
): AsyncGenerator<HistoryMessage> {
  const options: ConversationsHistoryArguments = {
    channel,
    oldest: answers ?? ((createdAt - clockToleranceMs) / 1_000).toFixed(6),
    include_all_metadata: true,
    limit: pageSize,
  };
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const request = cursor === undefined ? options : { ...options, cursor };
    const raw =
      thread === null
        ? await client.conversations.history(request)
        : await client.conversations.replies({ ...request, ts: thread });
    const { messages, response_metadata } = historyPage.parse(raw);
    yield* messages;
    cursor = response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return;
  }
  throw new Error(`more than ${mostPages * pageSize} messages since the delivery was prepared`);
}
