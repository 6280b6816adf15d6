import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Messenger } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import { blocksOrText } from './blocks-or-text.ts';
import { platformCodeOf, toLookupError, toMessengerError } from './messenger-error.ts';
import { findDelivered } from './messenger-history.ts';
import { metadataOf } from './messenger-marks.ts';
import { createStreams } from './messenger-streams.ts';
import type { WebClients } from './web-clients.ts';

/** Messenger over Slack's Web API. */
export function createMessenger(clients: WebClients, log: Log): Messenger {
  const { reading, writing } = clients;
  return {
    ...createStreams(clients, log),

    async post({ channel, thread, content, deliveryId }) {
      try {
        const result = await blocksOrText(content, log, ({ text, blocks }) =>
          writing.chat.postMessage({
            channel,
            ...(thread === null ? {} : { thread_ts: thread }),
            text,
            // Blocks come back from the database as plain data; their builders made them valid.
            blocks: [...blocks] as KnownBlock[],
            unfurl_links: false,
            unfurl_media: false,
            metadata: metadataOf(deliveryId),
          }),
        );
        return z.string().parse(result.ts);
      } catch (error) {
        throw toMessengerError(error);
      }
    },

    async find(message) {
      try {
        return await findDelivered(reading, message);
      } catch (error) {
        throw toLookupError(error);
      }
    },

    async remove({ channel, messageId }) {
      try {
        await writing.chat.delete({ channel, ts: messageId });
      } catch (error) {
        if (platformCodeOf(error) === 'message_not_found') return;
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
