import type { KnownBlock } from '@slack/types';
import type { ConversationsHistoryArguments, WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Messenger, SoughtMessage } from '../messaging/index.ts';
import type { Log } from '../observability/log.ts';
import { toLookupError, toMessengerError } from './messenger-error.ts';
import type { WebClients } from './web-clients.ts';

/** Names Concord's messages among others'; the delivery's id is all they carry. */
export const deliveryEventType = 'concord_delivery';

/** Slack's clock may be behind ours by this much. */
const clockToleranceMs = 120_000;
const pageSize = 200;
/** A thread or channel with more messages since the delivery was prepared is not looked through. */
const mostPages = 50;

const historyMessage = z.object({
  ts: z.string(),
  metadata: z
    .object({
      event_type: z.string(),
      event_payload: z.object({ delivery_id: z.unknown() }).loose(),
    })
    .optional()
    .catch(undefined),
});
const historyPage = z.object({
  messages: z.array(historyMessage).default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Messenger over Slack's Web API. */
export function createMessenger({ reading, writing }: WebClients, log: Log): Messenger {
  return {
    async post({ channel, thread, content, deliveryId }) {
      try {
        const result = await writing.chat.postMessage({
          channel,
          ...(thread === null ? {} : { thread_ts: thread }),
          text: content.text,
          // Blocks come back from the database as plain data; their builders made them valid.
          blocks: [...content.blocks] as KnownBlock[],
          unfurl_links: false,
          unfurl_media: false,
          metadata: {
            event_type: deliveryEventType,
            event_payload: { delivery_id: deliveryId },
          },
        });
        return z.string().parse(result.ts);
      } catch (error) {
        throw toMessengerError(error);
      }
    },

    async find(message) {
      try {
        return await findInHistory(reading, message);
      } catch (error) {
        throw toLookupError(error);
      }
    },

    async status({ channel, thread }, text) {
      if (thread === null) return;
      try {
        await writing.assistant.threads.setStatus({
          channel_id: channel,
          thread_ts: thread,
          status: text,
          ...(text === '' ? {} : { loading_messages: [text] }),
        });
      } catch {
        log.debug({ channel }, 'status-refused');
      }
    },
  };
}

async function findInHistory(
  client: WebClient,
  { channel, thread, deliveryId, answers, createdAt }: SoughtMessage,
): Promise<string | null> {
  const oldest = answers ?? ((createdAt - clockToleranceMs) / 1_000).toFixed(6);
  const options: ConversationsHistoryArguments = {
    channel,
    oldest,
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
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === deliveryEventType &&
        metadata.event_payload.delivery_id === deliveryId,
    );
    if (found !== undefined) return found.ts;
    cursor = response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return null;
  }
  throw new Error(`more than ${mostPages * pageSize} messages since the delivery was prepared`);
}
