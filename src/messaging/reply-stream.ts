import type { Clock } from '../clock.ts';
import type { Log } from '../observability/log.ts';
import type { Delivery, DeliveryStore } from './delivery.ts';
import { describeError } from './describe-error.ts';
import type { ReplyAddress } from './live-reply.ts';
import { MessageRateLimited, MessageRejected, MessengerUnavailable } from './messaging-errors.ts';
import type { Messenger, Recipient } from './messenger.ts';
import { repliesAmong, replyOccasion } from './reply-occasions.ts';
import type { StreamBudget } from './stream-budget.ts';

/** One message of a reply that is being streamed. */
export interface StreamedPart {
  delivery: Delivery;
  /** Null when its start was not confirmed. */
  messageId: string | null;
  /** UTC ms. */
  startedAt: number;
  /** What is known to be shown. */
  blocks: object[];
  /** Ended to go on in a message of its own. */
  finished: boolean;
}

export interface ReplyStreamOptions {
  store: DeliveryStore;
  messenger: Messenger;
  budget: StreamBudget;
  clock: Clock;
  log: Log;
  leaseMs: number;
  /** How old a stream grows before the reply goes on in a new message; Slack ends it at 5 minutes. */
  rolloverMs: number;
}

/** The growing side of a reply. */
export interface ReplyStream {
  append(blocks: readonly object[]): void;
  /** Shows nothing more, and waits for the call that is under way. */
  close(): Promise<void>;
  readonly parts: readonly StreamedPart[];
  /** False when a call left open what the last part shows, or the part can take no more. */
  readonly intact: boolean;
}

/** Blocks that may be sent in chunks to one message. */
const mostBlocks = 50;

/** What tells for certain that a call had no effect. */
const withoutEffect = [MessageRateLimited, MessengerUnavailable, MessageRejected];

export function createReplyStream(
  options: ReplyStreamOptions,
  address: ReplyAddress,
  recipient: Recipient,
): ReplyStream {
  const { store, messenger, budget, clock, log, leaseMs, rolloverMs } = options;
  const parts: StreamedPart[] = [];
  let pending: object[] = [];
  let working: Promise<void> | null = null;
  let isOpen = true;
  let intact = true;

  /** Whether an earlier attempt got further: what it began is only taken up when all is known. */
  async function wasBegun(): Promise<boolean> {
    const before = repliesAmong(await store.about(address.subject, address.channel));
    return before.some(({ state }) => state !== 'pending');
  }

  /** The delivery of the next part, if it is for us to begin. */
  async function takeDelivery(): Promise<Delivery | null> {
    if (parts.length === 0 && (await wasBegun())) return null;
    const occasion = replyOccasion(parts.length);
    const prepared = await store.prepare({ ...address, occasion, content: null });
    const { turn, delivery } = await store.begin(prepared.id, leaseMs);
    if (turn === 'after-interruption') await store.interrupt(delivery.id, 'not begun here');
    return turn === 'first' ? delivery : null;
  }

  async function begin(blocks: object[]): Promise<void> {
    const delivery = budget.take() ? await takeDelivery() : null;
    if (delivery === null) {
      isOpen = false;
      return;
    }
    const { channel, thread } = address;
    const startedAt = clock.now();
    const part: StreamedPart = { delivery, messageId: null, startedAt, blocks, finished: false };
    parts.push(part);
    try {
      const deliveryId = delivery.id;
      part.messageId = await messenger.startStream({
        channel,
        thread,
        recipient,
        deliveryId,
        blocks,
      });
    } catch (error) {
      if (hadNoEffect(error)) {
        parts.pop();
        await store.putBack(delivery.id, describeError(error));
      }
      throw error;
    }
    log.info({ delivery: delivery.id, start_ms: clock.now() - startedAt }, 'stream-started');
    await store.noteMessage(delivery.id, part.messageId);
  }

  async function add(part: StreamedPart, messageId: string, blocks: object[]): Promise<void> {
    await store.extend(part.delivery.id, leaseMs);
    await messenger.appendToStream({ channel: address.channel, messageId }, blocks);
    part.blocks.push(...blocks);
  }

  async function rollOver(part: StreamedPart, messageId: string): Promise<void> {
    const end = { deliveryId: part.delivery.id, blocks: [] };
    await messenger.finishStream({ channel: address.channel, messageId }, end);
    part.finished = true;
  }

  async function show(): Promise<void> {
    const last = parts.at(-1);
    if (last !== undefined && last.messageId !== null && !last.finished) {
      const isOld = clock.now() - last.startedAt >= rolloverMs;
      if (!isOld) {
        const room = mostBlocks - last.blocks.length;
        if (room > 0) await add(last, last.messageId, pending.splice(0, room));
        else isOpen = false;
        return;
      }
      await rollOver(last, last.messageId);
      if (!isOpen) return;
    }
    await begin(pending.splice(0, mostBlocks));
  }

  async function showAll(): Promise<void> {
    try {
      while (isOpen && pending.length > 0) await show();
    } catch (error) {
      isOpen = false;
      if (error instanceof MessageRateLimited) budget.hold(error.retryAfterMs);
      if (!hadNoEffect(error)) intact = false;
      log.warn({ subject: address.subject, reason: describeError(error) }, 'stream-given-up');
    }
  }

  return {
    append(blocks) {
      if (!isOpen || blocks.length === 0) return;
      pending.push(...blocks);
      working ??= showAll().finally(() => {
        working = null;
      });
    },
    async close() {
      isOpen = false;
      pending = [];
      await working;
    },
    parts,
    get intact() {
      return intact;
    },
  };
}

function hadNoEffect(error: unknown): boolean {
  return withoutEffect.some((kind) => error instanceof kind);
}
