import { createRepeatedLook, describeError, type Pause } from '../../messaging/index.ts';
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

export function createStaffTeller({
  events,
  tell,
  log,
  ...polling
}: StaffTellerOptions): StaffTeller {
  /** Whether all that could be told was told. */
  async function tellAll(signal: AbortSignal): Promise<boolean> {
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

  const failure = 'staff-telling-failed';
  const { start, stop } = createRepeatedLook({ ...polling, look: tellAll, log, failure });
  return { start, stop };
}
