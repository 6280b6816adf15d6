import { Appointments } from './appointments.ts';
import type { PlaygroundClock } from './playground-clock.ts';

/** The longest wait that `setTimeout` keeps; anything longer would end at once. */
const longestTimerMs = 2 ** 31 - 1;

function after(delayMs: number, action: () => void): () => void {
  const wait = Math.max(0, delayMs);
  let timer = setTimeout(
    function elapse(rest: number) {
      if (rest <= 0) action();
      else timer = setTimeout(elapse, Math.min(rest, longestTimerMs), rest - longestTimerMs);
    },
    Math.min(wait, longestTimerMs),
    wait - longestTimerMs,
  );
  return () => clearTimeout(timer);
}

/**
 * Real time, with workspace time passing `speed` times as fast, and ahead of it by what it has
 * been advanced.
 *
 * @param speed at least 1; 60 turns the retry after five minutes into one after five seconds.
 * @param offset how far it is ahead to begin with, ms, e.g. because a saved workspace was.
 */
export function createAcceleratedClock(speed = 1, offset = 0): PlaygroundClock {
  const startedAt = Date.now();
  const startedAtMonotonic = performance.now();
  const elapsed = (): number => performance.now() - startedAtMonotonic;
  const appointments = new Appointments();
  let ahead = offset;
  const now = (): number => Math.round(startedAt + elapsed() * speed + ahead);
  return {
    now,
    get offset() {
      return ahead;
    },
    advance(durationMs) {
      const start = ahead;
      const end = now() + durationMs;
      for (let due = appointments.nextDue(end); due; due = appointments.nextDue(end)) {
        ahead = Math.min(start + durationMs, ahead + Math.max(0, due.at - now()));
        due.action();
      }
      ahead = start + durationMs;
    },
    schedule(delayMs, action) {
      const appointment = appointments.add(now() + Math.max(0, delayMs), () => {
        if (!appointments.remove(appointment)) return;
        cancelTimer();
        action();
      });
      const cancelTimer = after(delayMs / speed, appointment.action);
      return () => {
        appointments.remove(appointment);
        cancelTimer();
      };
    },
    programNow: elapsed,
    scheduleForProgram: after,
    toProgramTime: (durationMs) => durationMs / speed,
  };
}
