import type { Log } from '../observability/log.ts';
import { describeError } from './describe-error.ts';
import type { Pause } from './pause.ts';

export interface RepeatedLookOptions {
  /** Does what there is to be done; false when something of it has to be tried again. */
  look(signal: AbortSignal): Promise<boolean>;
  /** How soon it is noticed that there is something to be done. */
  pollMs: number;
  pause: Pause;
  log: Log;
  /** Logged when it could not be looked. */
  failure: string;
}

/** Looks again and again whether there is something to be done, less and less often after failures. */
export interface RepeatedLook {
  start(): void;
  /** There is something to be done: look now. */
  wake(): void;
  /** Ends what is in hand; what is left over is done by whoever comes next. */
  stop(): Promise<void>;
}

const mostPauseMs = 5 * 60_000;

export function createRepeatedLook({
  look,
  pollMs,
  pause,
  log,
  failure,
}: RepeatedLookOptions): RepeatedLook {
  const stopping = new AbortController();
  const { signal } = stopping;
  let waking = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    let pauseMs = pollMs;
    while (!signal.aborted) {
      waking = new AbortController();
      const isDone = await look(signal).catch((error: unknown) => {
        log.error({ reason: describeError(error) }, failure);
        return false;
      });
      pauseMs = isDone ? pollMs : Math.min(2 * pauseMs, Math.max(mostPauseMs, pollMs));
      await pause(pauseMs, AbortSignal.any([signal, waking.signal])).catch(() => {});
    }
  }

  return {
    start() {
      running = run();
    },
    wake: () => waking.abort(),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
