import type { Audience } from '../people/index.ts';

/** Concord in Slack. */
export interface SlackApp {
  /**
   * Connects and takes up what was left unanswered.
   *
   * @returns the port of the HTTP receiver; null with Socket Mode.
   * @throws {ConcordError} `slack-not-connected` with what to do about it.
   */
  start(): Promise<{ port: number | null }>;
  /**
   * What somebody in the workspace may read now.
   *
   * @throws {Error} while it is not connected, and what the lookup threw.
   */
  audiencesOf(person: string): Promise<Audience[]>;
  /** Takes in nothing more, finishes what is in hand, hands back what does not end in time. */
  stop(): Promise<void>;
}
