import type { DeliveryStore, Messenger } from '../../messaging/index.ts';

/**
 * Takes away what was said instead of an answer, once there is one or the question is gone.
 *
 * @throws the errors of `Messenger.remove`.
 */
export type RemoveApologies = (about: { subject: string; channel: string }) => Promise<void>;

/** What deliveries are called with which Concord apologises for a question. */
export const apologyOccasion = 'apology';

export function createRemoveApologies({
  deliveries,
  messenger,
}: {
  deliveries: DeliveryStore;
  messenger: Messenger;
}): RemoveApologies {
  return async ({ subject, channel }) => {
    for (const { id, occasion, messageId } of await deliveries.about(subject, channel)) {
      if (!occasion.startsWith(apologyOccasion) || messageId === null) continue;
      await messenger.remove({ channel, messageId });
      await deliveries.forget(id);
    }
  };
}
