import type { Clock } from '../clock.ts';
import type { Log } from '../observability/log.ts';
import { describeError } from './describe-error.ts';

export interface ClaimLoopOptions {
  /** Takes up the next piece of work and begins it; false when there is none. */
  takeUp(): Promise<boolean>;
  /** Whether there is room for more. */
  hasRoom(): boolean;
  /** When the next piece can be taken up, UTC ms; null when none waits. */
  nextDue(): Promise<number | null>;
  /** Longest time between two looks. */
  pollMs: number;
  clock: Clock;
  log: Log;
  /** Logged when work could not be looked for. */
  failure: string;
}

/** Takes up work as it becomes due, as long as there is room. */
export interface ClaimLoop {
  start(): void;
  /** There is new work, or room: look now. */
  wake(): void;
  /** Takes up nothing more; resolves when nothing is being taken up. */
  stop(): Promise<void>;
}

/** Shortest wait for work that is due already and could not be taken up, as others hold it. */
const shortestWaitMs = 10;

export function createClaimLoop(options: ClaimLoopOptions): ClaimLoop {
  const { clock, log, pollMs } = options;
  let running = false;
  let looking: Promise<void> | null = null;
  let wokenMeanwhile = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    while (running && options.hasRoom()) {
      if (!(await options.takeUp())) break;
    }
    clearTimeout(timer);
    if (!options.hasRoom()) return;
    const due = await options.nextDue();
    const wait = due === null ? pollMs : Math.max(shortestWaitMs, due - clock.now());
    if (running) timer = setTimeout(wake, Math.min(wait, pollMs));
  }

  function wake(): void {
    if (!running) return;
    if (looking !== null) {
      wokenMeanwhile = true;
      return;
    }
    looking = look()
      .catch((error: unknown) => {
        log.error({ reason: describeError(error) }, options.failure);
        clearTimeout(timer);
        timer = setTimeout(wake, pollMs);
      })
      .finally(() => {
        looking = null;
        if (wokenMeanwhile) {
          wokenMeanwhile = false;
          wake();
        }
      });
  }

  return {
    start() {
      running = true;
      wake();
    },
    wake,
    async stop() {
      running = false;
      await looking;
      clearTimeout(timer);
    },
  };
}
