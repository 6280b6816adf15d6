import type { AnyBlock, AnyChunk, KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Messenger, StreamEnded } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import { blocksOrText } from './blocks-or-text.ts';
import { platformCodeOf, toLookupError, toMessengerError } from './messenger-error.ts';
import { findBegun } from './messenger-history.ts';
import { markBlocks, metadataOf } from './messenger-marks.ts';
import type { WebClients } from './web-clients.ts';

type Streams = Pick<
  Messenger,
  'startStream' | 'appendToStream' | 'finishStream' | 'findUnfinished' | 'update'
>;

/** "The text field cannot exceed 4,000 characters" in `chat.update`. */
const mostUpdatedText = 4_000;

/**
 * Messages that grow. Slack's `chatStream` helper is not used, for appends that overlap double its
 * text; claims travel as chunks of blocks, the same as in a message that is posted.
 */
export function createStreams({ reading, writing }: WebClients, log: Log): Streams {
  return {
    async startStream({ channel, thread, recipient, deliveryId, blocks }) {
      try {
        const result = await writing.chat.startStream({
          channel,
          thread_ts: thread,
          recipient_user_id: recipient.person,
          recipient_team_id: recipient.team,
          chunks: chunksOf(markBlocks(blocks, deliveryId)),
        });
        return z.string().parse(result.ts);
      } catch (error) {
        throw toStreamError(error);
      }
    },

    async appendToStream({ channel, messageId }, blocks) {
      try {
        await writing.chat.appendStream({ channel, ts: messageId, chunks: chunksOf(blocks) });
      } catch (error) {
        throw toStreamError(error);
      }
    },

    async finishStream({ channel, messageId }, { deliveryId, blocks }) {
      try {
        await writing.chat.stopStream({
          channel,
          ts: messageId,
          ...(blocks.length === 0 ? {} : { blocks: [...blocks] as KnownBlock[] }),
          metadata: metadataOf(deliveryId),
        });
      } catch (error) {
        throw toStreamError(error);
      }
    },

    async findUnfinished(message) {
      try {
        return await findBegun(reading, message);
      } catch (error) {
        throw toLookupError(error);
      }
    },

    async update({ channel, messageId, content, deliveryId }) {
      const change = () =>
        blocksOrText(content, log, ({ text, blocks }) =>
          writing.chat.update({
            channel,
            ts: messageId,
            text: shorten(text),
            blocks: [...blocks] as KnownBlock[],
            ...(deliveryId === undefined ? {} : { metadata: metadataOf(deliveryId) }),
          }),
        );
      try {
        try {
          await change();
        } catch (error) {
          if (platformCodeOf(error) !== 'streaming_state_conflict') throw error;
          await endStream(writing, channel, messageId);
          await change();
        }
        return true;
      } catch (error) {
        if (platformCodeOf(error) === 'message_not_found') return false;
        throw toLookupError(error);
      }
    },
  };
}

function chunksOf(blocks: readonly object[]): AnyChunk[] {
  return [{ type: 'blocks', blocks: [...blocks] as AnyBlock[] }];
}

async function endStream(client: WebClient, channel: string, ts: string): Promise<void> {
  try {
    await client.chat.stopStream({ channel, ts });
  } catch (error) {
    if (!(toStreamError(error) instanceof StreamEnded)) throw error;
  }
}

function toStreamError(error: unknown): Error {
  const code = platformCodeOf(error);
  if (code === 'message_not_in_streaming_state') return new StreamEnded('expired', error);
  if (code === 'stopped_by_user') return new StreamEnded('stopped', error);
  return toMessengerError(error);
}

function shorten(text: string): string {
  if (text.length <= mostUpdatedText) return text;
  // Never half of a character that takes two code units.
  return `${text.slice(0, mostUpdatedText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
