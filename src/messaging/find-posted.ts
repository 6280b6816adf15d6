import type { Delivery, DeliveryStore } from './delivery.ts';
import type { MessageReference, Messenger } from './messenger.ts';
import { type TakeTurnOptions, takeTurn } from './take-turn.ts';

/**
 * Where a message is of which something is wanted no more, or differently: it may have been posted by
 * somebody who could not say so any more. Null when it was not, and will not be.
 *
 * @throws the errors of `Messenger.find`; call again later.
 */
export type FindPosted = (
  message: { subject: string; occasion: string; channel: string },
  signal?: AbortSignal,
) => Promise<MessageReference | null>;

export interface FindPostedOptions extends TakeTurnOptions {
  store: DeliveryStore;
  messenger: Pick<Messenger, 'find'>;
}

export function createFindPosted(options: FindPostedOptions): FindPosted {
  const { store, messenger } = options;

  async function settle(id: string, signal?: AbortSignal): Promise<MessageReference | null> {
    const { turn, delivery } = await takeTurn(options, id, signal);
    if (turn === 'after-interruption') return lookUp(delivery);
    if (turn === 'first') await store.putBack(id, 'not wanted any more');
    return null;
  }

  /** The message that an interrupted try has posted. */
  async function lookUp(delivery: Delivery): Promise<MessageReference | null> {
    const { id, channel } = delivery;
    try {
      const messageId = await messenger.find({ ...delivery, deliveryId: id, answers: null });
      if (messageId === null) {
        await store.putBack(id, 'not posted');
        return null;
      }
      await store.markSent(id, messageId);
      return { channel, messageId };
    } catch (error) {
      await store.interrupt(id, 'not looked up');
      throw error;
    }
  }

  return async ({ subject, occasion, channel }, signal) => {
    const deliveries = await store.about(subject, channel);
    const delivery = deliveries.find((one) => one.occasion === occasion);
    if (delivery?.state === 'sending') return settle(delivery.id, signal);
    const messageId = delivery?.state === 'sent' ? delivery.messageId : null;
    return messageId === null ? null : { channel, messageId };
  };
}
