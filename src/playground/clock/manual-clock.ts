import type { PlaygroundClock } from './playground-clock.ts';

interface Appointment {
  at: number;
  order: number;
  action: () => void;
}

/** A clock that stands still until it is moved, for tests. Both paces move together. */
export interface ManualClock extends PlaygroundClock {
  /** Moves the time on and runs what falls due, in order, at its own time. */
  advance(durationMs: number): void;
  /** How many actions are waiting. */
  waiting(): number;
}

export function createManualClock(startAt = Date.UTC(2024, 9, 1, 9, 0, 0)): ManualClock {
  let now = startAt;
  let order = 0;
  const appointments = new Set<Appointment>();
  const schedule = (delayMs: number, action: () => void): (() => void) => {
    order += 1;
    const appointment = { at: now + Math.max(0, delayMs), order, action };
    appointments.add(appointment);
    return () => appointments.delete(appointment);
  };
  const nextDue = (limit: number): Appointment | undefined =>
    [...appointments]
      .filter((appointment) => appointment.at <= limit)
      .sort((one, other) => one.at - other.at || one.order - other.order)[0];
  return {
    now: () => now,
    schedule,
    programNow: () => now,
    scheduleForProgram: schedule,
    toProgramTime: (durationMs) => durationMs,
    advance(durationMs) {
      const end = now + durationMs;
      for (let due = nextDue(end); due !== undefined; due = nextDue(end)) {
        appointments.delete(due);
        now = Math.max(now, due.at);
        due.action();
      }
      now = end;
    },
    waiting: () => appointments.size,
  };
}
