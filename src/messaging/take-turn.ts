import type { Clock } from '../clock.ts';
import type { Delivery, DeliveryStore, Turn } from './delivery.ts';
import type { Pause } from './pause.ts';

export interface TakeTurnOptions {
  store: DeliveryStore;
  clock: Clock;
  pause: Pause;
  leaseMs: number;
}

const shortestWaitMs = 50;

/**
 * Waits for the right to deal with a delivery while somebody else has it. The turn is `not-now` only
 * for one that is sent or has failed.
 */
export async function takeTurn(
  { store, clock, pause, leaseMs }: TakeTurnOptions,
  id: string,
  signal?: AbortSignal,
): Promise<{ turn: Turn; delivery: Delivery }> {
  for (;;) {
    const taken = await store.begin(id, leaseMs);
    const { state, leaseUntil } = taken.delivery;
    if (taken.turn !== 'not-now' || state === 'sent' || state === 'failed') return taken;
    await pause(Math.max(shortestWaitMs, (leaseUntil ?? 0) - clock.now()), signal);
  }
}
