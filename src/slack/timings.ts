import type { InboxWorkerOptions } from '../messaging/index.ts';
import { defaultNoticeTimings, type NoticeTimings } from './notices/notice-worker.ts';

type InboxTimings = Pick<
  InboxWorkerOptions,
  | 'parallel'
  | 'leaseMs'
  | 'mostFailures'
  | 'mostAttempts'
  | 'mostAgeMs'
  | 'backOffMs'
  | 'mostBackOffMs'
  | 'pollMs'
  | 'graceMs'
  | 'keepMs'
  | 'mostHandleMs'
>;

/** How long things may take. Tests make them shorter. */
export interface SlackTimings {
  /** Longest time for one request to Slack. */
  requestTimeoutMs: number;
  /** Longest time in which a file is fetched from Slack. */
  fileTimeoutMs: number;
  /** Least time between two posts in one channel; Slack allows about one a second. */
  postIntervalMs: number;
  /** How many posts in one channel may follow each other at once; Slack allows short bursts. */
  postBurst: number;
  /**
   * What notices keep to in all channels together, ms between two, beside answers, to which they
   * leave a reserve. Slack allows several hundred a minute, with generous bursts.
   */
  allPosts: { intervalMs: number; burst: number; reserve: number };
  /** How long somebody who posts may be silent before another takes over; beyond any request. */
  deliveryLeaseMs: number;
  /** Most answers that are shown as they grow, within any minute; Slack allows about 20. */
  streamsPerMinute: number;
  /** How old a growing answer gets before it goes on in a new message; Slack ends it at 5 minutes. */
  rolloverMs: number;
  /** How long a request that broke off may still take effect. */
  settleMs: number;
  /** First wait before a broken socket is opened again. */
  reconnectMs: number;
  /** How soon staff are told of what was raised. */
  staffPollMs: number;
  inbox: InboxTimings;
  notices: NoticeTimings;
}

export const defaultTimings: SlackTimings = {
  requestTimeoutMs: 10_000,
  fileTimeoutMs: 60_000,
  postIntervalMs: 1_000,
  postBurst: 4,
  allPosts: { intervalMs: 200, burst: 90, reserve: 15 },
  deliveryLeaseMs: 30_000,
  streamsPerMinute: 16,
  rolloverMs: 4 * 60_000,
  settleMs: 2_000,
  reconnectMs: 5_000,
  staffPollMs: 2_000,
  inbox: {
    // Most of them wait for Slack or for their turn in a channel.
    parallel: 24,
    leaseMs: 30_000,
    mostFailures: 4,
    mostAttempts: 25,
    mostAgeMs: 24 * 60 * 60_000,
    backOffMs: 1_000,
    mostBackOffMs: 60_000,
    pollMs: 1_000,
    graceMs: 8_000,
    mostHandleMs: 5 * 60_000,
    keepMs: 7 * 24 * 60 * 60_000,
  },
  notices: defaultNoticeTimings,
};
