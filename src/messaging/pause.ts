import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits. Rejects with the signal's reason when the signal aborts first. Tests pass one that waits
 * by their own clock.
 */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export const pause: Pause = async (milliseconds, signal) => {
  await delay(Math.max(0, milliseconds), undefined, signal === undefined ? {} : { signal });
};
