import { describeError, type Pause } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import type { OperatorEventStore } from '../../observability/operator-event.ts';
import type { TellStaff } from './tell-staff.ts';

/** Tells staff of what was raised, by whichever process, until it is stopped. */
export interface StaffTeller {
  start(): void;
  /** Ends what is in hand; what is left over is told by whoever comes next. */
  stop(): Promise<void>;
}

export interface StaffTellerOptions {
  events: OperatorEventStore;
  tell: TellStaff;
  pause: Pause;
  /** How soon it is noticed that something was raised. */
  pollMs: number;
  log: Log;
}

const mostPauseMs = 5 * 60_000;

export function createStaffTeller({
  events,
  tell,
  pause,
  pollMs,
  log,
}: StaffTellerOptions): StaffTeller {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> = Promise.resolve();

  /** Whether all that could be told was told. */
  async function tellAll(): Promise<boolean> {
    let isDone = true;
    for (const raised of await events.untold()) {
      try {
        await tell(raised, signal);
        await events.markTold(raised.id);
      } catch (error) {
        if (signal.aborted) return false;
        isDone = false;
        log.warn({ id: raised.id, reason: describeError(error) }, 'staff-telling-delayed');
      }
    }
    return isDone;
  }

  async function run(): Promise<void> {
    let pauseMs = pollMs;
    while (!signal.aborted) {
      const isDone = await tellAll().catch((error: unknown) => {
        log.error({ reason: describeError(error) }, 'staff-telling-failed');
        return false;
      });
      pauseMs = isDone ? pollMs : Math.min(2 * pauseMs, Math.max(mostPauseMs, pollMs));
      await pause(pauseMs, signal).catch(() => {});
    }
  }

  return {
    start() {
      running = run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
