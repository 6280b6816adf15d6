import type { Clock } from '../clock.ts';
import { createPace, type Pace, type Rate } from './pace.ts';
import type { Pause } from './pause.ts';

/** Keeps messages apart, because the service counts them. */
export interface Pacer {
  /** Resolves when it is this caller's turn in the channel; callers are served in order. */
  turn(channel: string, signal?: AbortSignal): Promise<void>;
  /** Nobody gets a turn in any channel for this long. */
  hold(milliseconds: number): void;
}

/** A pacer for what people wait for, and one beside it for what can wait. */
export interface SharedPacer extends Pacer {
  /**
   * Keeps to what all channels together are allowed as well, and leaves some of it to the others,
   * whose turns count but never wait for that.
   */
  yielding: Pacer;
}

export interface PacerOptions {
  clock: Clock;
  pause: Pause;
  /** Least time between two turns in one channel, in the long run. */
  intervalMs: number;
  /** How many turns in one channel may follow each other at once after a rest. Default 1. */
  burst?: number;
  /** What all channels together are allowed. Default: as much as they like. */
  overall?: Rate & {
    /** How many of the burst those who yield leave to the others. */
    reserve: number;
  };
}

export function createPacer(options: PacerOptions): SharedPacer {
  const { clock, pause, intervalMs, burst = 1 } = options;
  const { reserve, ...rate } = options.overall ?? { intervalMs: 0, burst: 1, reserve: 0 };
  const overall = createPace(rate);
  const held = createPace({ intervalMs: 0, burst: 1 });
  const channels = new Map<string, Pace>();

  function paceOf(channel: string): Pace {
    const now = clock.now();
    if (channels.size >= 1_000) {
      for (const [known, pace] of channels) if (pace.isRested(now)) channels.delete(known);
    }
    const pace = channels.get(channel) ?? createPace({ intervalMs, burst });
    channels.set(channel, pace);
    return pace;
  }

  /** Turns in a channel are booked ahead, in order; those of all are taken when their time comes. */
  async function turn(
    channel: string,
    waitOverall: (now: number) => number,
    signal?: AbortSignal,
  ): Promise<void> {
    const pace = paceOf(channel);
    const booked = pace.wait(clock.now());
    pace.take(clock.now());
    if (booked > 0) await pause(booked, signal);
    for (;;) {
      const now = clock.now();
      const wait = Math.max(held.wait(now), waitOverall(now));
      if (wait <= 0) break;
      await pause(wait, signal);
    }
    overall.take(clock.now());
  }

  function hold(milliseconds: number): void {
    held.exhaust(clock.now(), milliseconds);
    // The service counts more than is known here, such as what another process sends.
    overall.exhaust(clock.now(), milliseconds);
  }

  const waitForAll = (now: number): number => overall.wait(now, reserve);
  return {
    turn: (channel, signal) => turn(channel, () => 0, signal),
    hold,
    yielding: { turn: (channel, signal) => turn(channel, waitForAll, signal), hold },
  };
}
