import type { PlaygroundClock } from './playground-clock.ts';

/**
 * Real time, with workspace time passing `speed` times as fast.
 *
 * @param speed at least 1; 60 turns the retry after five minutes into one after five seconds.
 */
export function createAcceleratedClock(speed = 1): PlaygroundClock {
  const startedAt = Date.now();
  const startedAtMonotonic = performance.now();
  const elapsed = (): number => performance.now() - startedAtMonotonic;
  const after = (delayMs: number, action: () => void): (() => void) => {
    const timer = setTimeout(action, Math.max(0, delayMs));
    return () => clearTimeout(timer);
  };
  return {
    now: () => Math.round(startedAt + elapsed() * speed),
    schedule: (delayMs, action) => after(delayMs / speed, action),
    programNow: elapsed,
    scheduleForProgram: after,
    toProgramTime: (durationMs) => durationMs / speed,
  };
}
