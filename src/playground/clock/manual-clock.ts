import { Appointments } from './appointments.ts';
import type { PlaygroundClock } from './playground-clock.ts';

/** A clock that stands still until it is advanced, for tests. Both paces move together. */
export interface ManualClock extends PlaygroundClock {
  /** How many actions are waiting. */
  waiting(): number;
}

export function createManualClock(startAt = Date.UTC(2024, 9, 1, 9, 0, 0)): ManualClock {
  let now = startAt;
  const appointments = new Appointments();
  const schedule = (delayMs: number, action: () => void): (() => void) => {
    const appointment = appointments.add(now + Math.max(0, delayMs), action);
    return () => appointments.remove(appointment);
  };
  return {
    now: () => now,
    get offset() {
      return now - startAt;
    },
    schedule,
    programNow: () => now,
    scheduleForProgram: schedule,
    toProgramTime: (durationMs) => durationMs,
    advance(durationMs) {
      const end = now + durationMs;
      for (let due = appointments.nextDue(end); due; due = appointments.nextDue(end)) {
        appointments.remove(due);
        now = Math.max(now, due.at);
        due.action();
      }
      now = end;
    },
    waiting: () => appointments.count,
  };
}
