import { type KilledSendersFigures, killSenders } from './kill-senders.ts';
import type { OpenNoticesLoad } from './notices-load.ts';
import { type TimedSendingFigures, type TimedSendingOptions, timeSending } from './time-sending.ts';

export interface NoticesBenchmarkOptions {
  deliveries: number;
  channels: number;
  kills: number;
  /** How much faster than real time it is in the local Slack while the time is taken. */
  speed: number;
  limits: TimedSendingOptions['limits'];
  seed: number;
  /** Address of an empty PostgreSQL, for two senders at once. */
  createDatabase(): Promise<string>;
  note(text: string): void;
}

export interface NoticesBenchmark {
  killed: KilledSendersFigures[];
  timed: TimedSendingFigures[];
}

/** Longer than the leases of senders that are in a hurry. */
const afterwardsMs = 3_000;
/** Few channels, many messages in each. */
const crowded = { deliveries: 200, channels: 5 };

/**
 * Kills senders, on SQLite and two at once on PostgreSQL, and once with senders that do not look
 * before they send again, which has to show; and takes the time of senders that are left alone.
 */
export async function benchmarkNotices(
  open: OpenNoticesLoad,
  options: NoticesBenchmarkOptions,
): Promise<NoticesBenchmark> {
  const { deliveries, channels, kills, seed, speed, limits, note } = options;
  const killed: KilledSendersFigures[] = [];
  const kill = async (senders: number, forgetHistory: boolean): Promise<void> => {
    note(`Killing ${senders === 1 ? 'a sender' : 'two senders'} ${kills} times`);
    const database = senders === 1 ? null : await options.createDatabase();
    const run = {
      deliveries,
      channels,
      kills,
      senders,
      database,
      forgetHistory,
      seed,
      afterwardsMs,
    };
    killed.push(await killSenders(open, run));
  };
  await kill(1, false);
  await kill(2, false);
  await kill(2, true);
  const timed: TimedSendingFigures[] = [];
  for (const size of [{ deliveries, channels }, crowded]) {
    note(`Sending ${size.deliveries} messages to ${size.channels} channels`);
    timed.push(await timeSending(open, { ...size, speed, limits }));
  }
  return { killed, timed };
}
