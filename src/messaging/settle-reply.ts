import type { Deliver } from './deliver.ts';
import type { Delivery, DeliveryStore } from './delivery.ts';
import type { ReplyAddress } from './live-reply.ts';
import type { MessageContent, Messenger } from './messenger.ts';
import { type PatienceOptions, patiently } from './patiently.ts';
import { repliesByIndex, replyOccasion } from './reply-occasions.ts';
import { type TakeTurnOptions, takeTurn } from './take-turn.ts';

export interface SettleReplyOptions extends TakeTurnOptions, PatienceOptions {
  store: DeliveryStore;
  messenger: Messenger;
  deliver: Deliver;
}

/** Makes replies stand as they must, whatever was posted, begun or left open before. */
export interface SettleReply {
  /**
   * Posts what is missing, continues what was begun, takes away what is too much.
   *
   * @param again true to change also a reply that was complete.
   */
  settle(
    address: ReplyAddress,
    contents: readonly MessageContent[],
    again: boolean,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Takes away the messages that were begun and not finished. */
  discardUnfinished(address: ReplyAddress): Promise<void>;
}

export function createSettleReply(options: SettleReplyOptions): SettleReply {
  const { store, messenger, deliver } = options;

  const stored = async ({ subject, channel }: ReplyAddress) =>
    repliesByIndex(await store.about(subject, channel));

  async function takeAway(
    { id, channel }: Delivery,
    { answers }: ReplyAddress,
    signal?: AbortSignal,
  ): Promise<void> {
    const { turn, delivery } = await takeTurn(options, id, signal);
    let { messageId } = delivery;
    if (messageId === null && turn === 'after-interruption') {
      const sought = { ...delivery, deliveryId: id, answers };
      messageId = (await messenger.find(sought)) ?? (await messenger.findUnfinished(sought));
    }
    if (messageId !== null) {
      const message = { channel, messageId };
      await patiently(options, () => messenger.remove(message), signal);
    }
    await store.forget(id);
  }

  /** Changes a message that was sent; false when it is not there any more. */
  async function change(
    { channel, messageId }: Delivery,
    content: MessageContent,
    signal?: AbortSignal,
  ): Promise<boolean> {
    if (messageId === null) return false;
    return patiently(options, () => messenger.update({ channel, messageId, content }), signal);
  }

  async function settleOne(
    address: ReplyAddress,
    index: number,
    content: MessageContent,
    before: Delivery | undefined,
    again: boolean,
    signal?: AbortSignal,
  ): Promise<void> {
    if (before?.state === 'sent') {
      if (await change(before, content, signal)) return;
      await store.forget(before.id);
    } else if (before?.state === 'failed' && again) await store.forget(before.id);
    await deliver({ ...address, occasion: replyOccasion(index), content }, signal);
  }

  return {
    async settle(address, contents, again, signal) {
      const before = await stored(address);
      const firstOpen = before.findIndex((delivery) => delivery?.state !== 'sent');
      // A reply that went on in a new message while it grew has its messages marked as sent from
      // the last to the first: once the first is, each says what it must.
      const firstToSettle = again ? 0 : firstOpen < 0 ? before.length : firstOpen;
      const isComplete = firstToSettle === before.length && before.length >= contents.length;
      if (isComplete && !again) return;
      // Before the others are changed: a break now leaves the reply to be settled again.
      for (const surplus of before.slice(Math.max(contents.length, firstToSettle)).reverse()) {
        if (surplus !== undefined) await takeAway(surplus, address, signal);
      }
      for (const [index, content] of contents.entries()) {
        if (index < firstToSettle) continue;
        await settleOne(address, index, content, before[index], again, signal);
      }
    },

    async discardUnfinished(address) {
      for (const delivery of (await stored(address)).reverse()) {
        if (delivery !== undefined && delivery.state !== 'sent') await takeAway(delivery, address);
      }
    },
  };
}
