import type { RequestedReport } from './requested-report.ts';

/** Somebody asked for a report, by a form, a button or a command. */
export interface AskedReport {
  /** Its own; the same for the same form. */
  eventId: string;
  /** Slack id. */
  user: string;
  requested: RequestedReport;
  /** Channel whose people are to see it; null for the person alone, in their conversation with Concord. */
  channel: string | null;
  /** Where they did something that only they saw, to be told there what happens; null for a form. */
  askedIn: { channel: string; responseUrl: string } | null;
  /** Block ids of the form at which is said what is wrong with it; null where there is none. */
  form: { about: string; seenBy: string } | null;
  /** What is wrong with the form as it was filled in, by block id; left out for nothing. */
  wrong?: Readonly<Record<string, string>>;
}
