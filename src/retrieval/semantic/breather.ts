import { setImmediate } from 'node:timers/promises';

const longestStretchMs = 25;

/** Gives way to other work when enough time has passed since it last did. */
export type Breather = () => Promise<void>;

/**
 * Long computations await it between their steps, so that a running assistant goes on answering.
 *
 * @throws the signal's reason once it is aborted.
 */
export function createBreather(signal?: AbortSignal): Breather {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < longestStretchMs) return;
    signal?.throwIfAborted();
    await setImmediate();
    last = performance.now();
  };
}
