import type { Clock } from '../clock.ts';
import type { Log } from '../observability/log.ts';
import type { Delivery, DeliveryStore, NewDelivery } from './delivery.ts';
import {
  MessageOutcomeUnknown,
  MessageRateLimited,
  MessageRejected,
  MessengerUnavailable,
} from './messaging-errors.ts';
import type { MessageContent, Messenger } from './messenger.ts';
import type { Pacer } from './pacer.ts';
import type { Pause } from './pause.ts';
import { takeTurn } from './take-turn.ts';

/**
 * Sends a delivery exactly once, however often it is called for it, also after a crash.
 *
 * @returns the message's id within its channel.
 * @throws {MessageRejected} for good.
 * @throws {MessengerUnavailable | MessageRateLimited} call again later.
 */
export type Deliver = (delivery: NewDelivery, signal?: AbortSignal) => Promise<string>;

export interface DeliverOptions {
  store: DeliveryStore;
  messenger: Messenger;
  pacer: Pacer;
  clock: Clock;
  pause: Pause;
  log: Log;
  /** How long one try may take; longer than the messenger's own time-out. */
  leaseMs: number;
  /** How long a request that broke off may still take effect; only then is it looked up. */
  settleMs: number;
  /** How often a rate-limited or unconfirmed message is tried before the caller is told. */
  mostTries: number;
}

/** One turn at sending. `doubtful` from the moment an earlier post may have taken effect. */
interface Attempt {
  delivery: Delivery;
  content: MessageContent;
  answers: string | null;
  doubtful: boolean;
}

export function createDeliver(options: DeliverOptions): Deliver {
  const { store, messenger, pacer, clock, pause, log, leaseMs, settleMs, mostTries } = options;

  async function post(attempt: Attempt): Promise<string> {
    const { delivery, content } = attempt;
    const startedAt = clock.now();
    // What is stored is what a message says whose post is in doubt.
    if (!saysTheSame(attempt)) await store.complete(delivery.id, content);
    attempt.delivery = { ...delivery, content };
    const messageId = await messenger.post({ ...delivery, content, deliveryId: delivery.id });
    await store.markSent(delivery.id, messageId);
    log.info({ delivery: delivery.id, post_ms: clock.now() - startedAt }, 'delivery-sent');
    return messageId;
  }

  /** Makes a message say what it is to say by now; false when it is not there any more. */
  async function replace(
    { delivery: { id, channel }, content }: Attempt,
    messageId: string,
  ): Promise<boolean> {
    const isThere = await messenger.update({ channel, messageId, content, deliveryId: id });
    log.info({ delivery: id, found: isThere }, 'delivery-changed');
    if (isThere) await store.markSent(id, messageId);
    return isThere;
  }

  /** The id of the message if an earlier try posted it, else null. */
  async function lookUp(attempt: Attempt): Promise<string | null> {
    const { delivery, answers } = attempt;
    const messageId = await messenger.find({ ...delivery, deliveryId: delivery.id, answers });
    log.info({ delivery: delivery.id, found: messageId !== null }, 'delivery-looked-up');
    if (messageId === null) return null;
    if (!saysTheSame(attempt)) return (await replace(attempt, messageId)) ? messageId : null;
    await store.markSent(delivery.id, messageId);
    return messageId;
  }

  async function send(attempt: Attempt, signal?: AbortSignal): Promise<string> {
    const { id, channel } = attempt.delivery;
    for (let tries = 1; ; tries += 1) {
      try {
        if (attempt.doubtful) {
          const found = await lookUp(attempt);
          if (found !== null) return found;
        }
        return await post(attempt);
      } catch (error) {
        if (error instanceof MessageRateLimited) {
          pacer.hold(error.retryAfterMs);
          if (tries >= mostTries) throw error;
          log.warn({ delivery: id, wait_ms: error.retryAfterMs }, 'delivery-held');
          await store.extend(id, leaseMs + error.retryAfterMs);
        } else if (error instanceof MessageOutcomeUnknown) {
          attempt.doubtful = true;
          log.warn({ delivery: id }, 'delivery-doubtful');
          // Also before giving up: whoever tries next looks for it at once.
          await pause(settleMs, signal);
          if (tries >= mostTries) throw new MessengerUnavailable('no post was confirmed', error);
          await store.extend(id, leaseMs);
        } else throw error;
        await pacer.turn(channel, signal);
        // However long that took.
        await store.extend(id, leaseMs);
      }
    }
  }

  /** Records what is known of a turn that ended in an error. */
  async function recordFailure({ delivery, doubtful }: Attempt, error: unknown): Promise<void> {
    const reason = error instanceof MessageRejected ? error.reason : describe(error);
    const nothingPosted =
      !doubtful && (error instanceof MessageRateLimited || error instanceof MessengerUnavailable);
    if (error instanceof MessageRejected && !doubtful) await store.markFailed(delivery.id, reason);
    else if (nothingPosted) await store.putBack(delivery.id, reason);
    else await store.interrupt(delivery.id, reason);
  }

  return async (wanted, signal) => {
    const { id, channel } = await store.prepare(wanted);
    await pacer.turn(channel, signal);
    const { turn, delivery } = await takeTurn(options, id, signal);
    if (delivery.state === 'sent') return delivery.messageId ?? '';
    if (delivery.state === 'failed') throw new MessageRejected('rejected before', true);
    const attempt: Attempt = {
      delivery,
      content: wanted.content,
      answers: wanted.answers,
      doubtful: turn === 'after-interruption',
    };
    try {
      return await send(attempt, signal);
    } catch (error) {
      await recordFailure(attempt, error);
      throw error;
    }
  };
}

/** Whether the delivery was to say the same when it was tried before. */
function saysTheSame({ delivery, content }: Attempt): boolean {
  return JSON.stringify(delivery.content) === JSON.stringify(content);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
