import type { Clock } from '../clock.ts';
import type { Pause } from './pause.ts';

/** Keeps messages to one channel apart, because the service counts them. */
export interface Pacer {
  /** Resolves when it is this caller's turn in the channel; callers are served in order. */
  turn(channel: string, signal?: AbortSignal): Promise<void>;
  /** Nobody gets a turn in any channel for this long. */
  hold(milliseconds: number): void;
}

/** @param intervalMs least time between two turns in one channel. */
export function createPacer(options: { clock: Clock; pause: Pause; intervalMs: number }): Pacer {
  const { clock, pause, intervalMs } = options;
  const nextTurn = new Map<string, number>();
  let heldUntil = 0;

  function forgetPast(now: number): void {
    if (nextTurn.size < 1_000) return;
    for (const [channel, at] of nextTurn) if (at <= now) nextTurn.delete(channel);
  }

  return {
    async turn(channel, signal) {
      const now = clock.now();
      forgetPast(now);
      const at = Math.max(now, nextTurn.get(channel) ?? 0);
      nextTurn.set(channel, at + intervalMs);
      if (at > now) await pause(at - now, signal);
      for (let wait = heldUntil - clock.now(); wait > 0; wait = heldUntil - clock.now()) {
        await pause(wait, signal);
      }
    },
    hold(milliseconds) {
      heldUntil = Math.max(heldUntil, clock.now() + milliseconds);
    },
  };
}
