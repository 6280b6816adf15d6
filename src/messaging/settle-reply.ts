import type { Log } from '../observability/log.ts';
import type { Deliver } from './deliver.ts';
import type { Delivery, DeliveryStore } from './delivery.ts';
import { describeError } from './describe-error.ts';
import type { ReplyAddress } from './live-reply.ts';
import type { MessageContent, Messenger } from './messenger.ts';
import { type PatienceOptions, patiently } from './patiently.ts';
import { type ReplyPart, repliesAmong, replyOccasion } from './reply-occasions.ts';
import { type TakeTurnOptions, takeTurn } from './take-turn.ts';

export interface SettleReplyOptions extends TakeTurnOptions, PatienceOptions {
  store: DeliveryStore;
  messenger: Messenger;
  deliver: Deliver;
  log: Log;
}

/** Makes replies stand as they must, whatever was posted, begun or left open before. */
export interface SettleReply {
  /**
   * Changes the messages that are there, in their order, posts what they have no room for below
   * them, and takes away those that are too many. So the reply is in order even when one of its
   * messages is gone.
   *
   * @param again true to change also a reply that was complete.
   */
  settle(
    address: ReplyAddress,
    contents: readonly MessageContent[],
    again: boolean,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Takes away the messages that were begun and not finished, and those that came after them. */
  discardUnfinished(address: ReplyAddress): Promise<void>;
}

export function createSettleReply(options: SettleReplyOptions): SettleReply {
  const { store, messenger, deliver, log } = options;

  const stored = async ({ subject, channel }: ReplyAddress) =>
    repliesAmong(await store.about(subject, channel));

  /** The id of the delivery's message, whether or not it still is there; null when there is none. */
  async function locate(
    { id }: Delivery,
    { answers }: ReplyAddress,
    signal?: AbortSignal,
  ): Promise<string | null> {
    const { turn, delivery } = await takeTurn(options, id, signal);
    if (delivery.messageId !== null || turn !== 'after-interruption') return delivery.messageId;
    const sought = { ...delivery, deliveryId: id, answers };
    return patiently(
      options,
      async () => (await messenger.find(sought)) ?? (await messenger.findUnfinished(sought)),
      signal,
    );
  }

  async function takeAway(
    delivery: Delivery,
    address: ReplyAddress,
    signal?: AbortSignal,
  ): Promise<void> {
    const messageId = await locate(delivery, address, signal);
    if (messageId !== null) {
      const message = { channel: delivery.channel, messageId };
      await patiently(options, () => messenger.remove(message), signal);
    }
    await store.forget(delivery.id);
  }

  /** Makes the delivery's message say something; null when it is not there, else its id. */
  async function change(
    delivery: Delivery,
    content: MessageContent,
    address: ReplyAddress,
    signal?: AbortSignal,
  ): Promise<string | null> {
    const { id: deliveryId, channel } = delivery;
    const messageId = await locate(delivery, address, signal);
    if (messageId === null) return null;
    const wanted = { channel, messageId, content, deliveryId };
    const isThere = await patiently(options, () => messenger.update(wanted), signal);
    log.info({ delivery: deliveryId, found: isThere }, 'delivery-changed');
    return isThere ? messageId : null;
  }

  /** Says what a delivery has come to. */
  async function conclude({ id }: Delivery, messageId: string | null): Promise<void> {
    await (messageId === null ? store.forget(id) : store.markSent(id, messageId));
  }

  /**
   * Gives the contents to the messages that are there, and posts what is left of them.
   *
   * @param from the number of the first that is posted when none of `parts` is there.
   */
  async function fill(
    parts: readonly ReplyPart[],
    from: number,
    contents: readonly MessageContent[],
    address: ReplyAddress,
    signal?: AbortSignal,
  ): Promise<void> {
    const left = [...contents];
    // As long as this one is open, a reply that is taken up again is settled from here on, whatever
    // the messages after it say by then.
    let firstOpen: { part: ReplyPart; messageId: string | null } | null = null;
    let next = from;
    for (const part of parts) {
      const [content] = left;
      if (content === undefined) break;
      const messageId = await change(part, content, address, signal);
      if (messageId !== null) {
        left.shift();
        next = part.index + 1;
      }
      if (firstOpen === null && part.state !== 'sent') firstOpen = { part, messageId };
      else await conclude(part, messageId);
    }
    if (firstOpen !== null && firstOpen.part.index >= next) {
      // It is not there, nor is anything after it: what is posted takes its place.
      await store.forget(firstOpen.part.id);
      firstOpen = null;
    }
    for (const [index, content] of left.entries()) {
      await deliver({ ...address, occasion: replyOccasion(next + index), content }, signal);
    }
    if (firstOpen !== null) await conclude(firstOpen.part, firstOpen.messageId);
  }

  return {
    async settle(address, contents, again, signal) {
      const before = await stored(address);
      const firstOpen = before.findIndex(({ state }) => state !== 'sent');
      const done = again ? 0 : firstOpen < 0 ? before.length : firstOpen;
      try {
        // Before the others are changed: a break now leaves the reply to be settled again.
        for (const surplus of before.slice(Math.max(contents.length, done)).reverse()) {
          await takeAway(surplus, address, signal);
        }
        const from = (before[done - 1]?.index ?? -1) + 1;
        const parts = before.slice(done, contents.length);
        await fill(parts, from, contents.slice(done), address, signal);
      } catch (error) {
        for (const { id } of before) await store.interrupt(id, describeError(error));
        throw error;
      }
    },

    async discardUnfinished(address) {
      const before = await stored(address);
      const firstOpen = before.findIndex(({ state }) => state !== 'sent');
      if (firstOpen < 0) return;
      for (const delivery of before.slice(firstOpen).reverse()) await takeAway(delivery, address);
    },
  };
}
