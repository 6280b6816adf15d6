import type { Clock } from '../../clock.ts';

/**
 * Time in the local Slack. Two paces are kept apart: workspace time, which may run fast, stand
 * still or be advanced (timestamps, retries, rate windows, expiry), and the pace at which programs
 * must keep up (acknowledgements, triggers, pings), which only a manual clock changes, because the
 * app does not compute any faster.
 */
export interface PlaygroundClock extends Clock {
  /** How far workspace time has been advanced by hand, ms. */
  readonly offset: number;
  /** Moves workspace time on and runs what falls due, in order, each at its own time. */
  advance(durationMs: number): void;
  /** Runs `action` after `delayMs` of workspace time. Returns what cancels it. */
  schedule(delayMs: number, action: () => void): () => void;
  /** Milliseconds at the pace of programs; only differences mean something. */
  programNow(): number;
  /** Runs `action` after `delayMs` at the pace of programs. Returns what cancels it. */
  scheduleForProgram(delayMs: number, action: () => void): () => void;
  /** How long a program has to wait, in ms, until `durationMs` of workspace time are over. */
  toProgramTime(durationMs: number): number;
}
