import type { Deliver, DeliveryStore } from '../../messaging/index.ts';

/**
 * Delivers as `deliver` does, and what was refused before is tried anew: whoever wants that has
 * done something about the reason, and of what was refused it is known that nothing was posted.
 */
export function createDeliverAgain({
  deliver,
  deliveries,
}: {
  deliver: Deliver;
  deliveries: Pick<DeliveryStore, 'prepare' | 'forget'>;
}): Deliver {
  return async (delivery, signal) => {
    const { id, state } = await deliveries.prepare(delivery);
    if (state === 'failed') await deliveries.forget(id);
    return deliver(delivery, signal);
  };
}
