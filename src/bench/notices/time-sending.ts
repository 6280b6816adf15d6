import { pause } from '../../messaging/index.ts';
import type { OpenNoticesLoad } from './notices-load.ts';

export interface TimedSendingOptions {
  deliveries: number;
  channels: number;
  /** How much faster than real time it is in the local Slack. */
  speed: number;
  /** What the local Slack lets through: calls a minute, and at once. */
  limits: { channel: CallLimit; overall: CallLimit };
}

export interface CallLimit {
  perMinute: number;
  burst: number;
}

/** How fast deliveries were sent, against what Slack's limits allow. Times are Slack's. */
export interface TimedSendingFigures {
  deliveries: number;
  channels: number;
  posts: number;
  /** From the first to the last. */
  seconds: number;
  /** The same for somebody who uses up every limit, with its burst, to the last call. */
  allowed_seconds: number;
  per_minute: number;
  share_of_allowed: number;
  rate_limited: number;
}

const mostRealMs = 15 * 60_000;

/** Has deliveries sent that are all due at once, and takes the time. */
export async function timeSending(
  open: OpenNoticesLoad,
  { deliveries, channels, speed, limits }: TimedSendingOptions,
): Promise<TimedSendingFigures> {
  const load = await open({
    channels,
    database: null,
    speed,
    hurried: false,
    forgetHistory: false,
  });
  try {
    const now = Date.now();
    const wanted = Array.from({ length: deliveries }, (_, index) => ({
      channel: load.channels[index % channels] ?? '',
      occasion: `say-${Math.floor(index / channels)}`,
      dueAt: now,
    }));
    await load.plan(wanted);
    const sender = load.createSender();
    await sender.start();
    while (load.posts.length < deliveries && Date.now() < now + mostRealMs) await pause(20);
    await sender.kill();
    const times = load.posts.map(({ slackAt }) => slackAt);
    const seconds = (Math.max(...times) - Math.min(...times)) / 1_000;
    const allowed = Math.max(
      secondsFor(deliveries, limits.overall),
      secondsFor(Math.ceil(deliveries / channels), limits.channel),
    );
    return {
      deliveries,
      channels,
      posts: load.posts.length,
      seconds: Math.round(seconds * 10) / 10,
      allowed_seconds: allowed,
      per_minute: Math.round((load.posts.length / seconds) * 60),
      share_of_allowed: Math.round((allowed / seconds) * 1_000) / 1_000,
      rate_limited: load.counts().rateLimited,
    };
  } finally {
    await load.close();
  }
}

const secondsFor = (calls: number, { perMinute, burst }: CallLimit): number =>
  Math.max(0, ((calls - burst) / perMinute) * 60);
