import { pause } from '../../messaging/index.ts';
import type { NoticesLoad, OpenNoticesLoad, Sender, WantedDelivery } from './notices-load.ts';
import { randomNumbers } from './random-numbers.ts';

export interface KilledSendersOptions {
  deliveries: number;
  channels: number;
  /** At least so many; it ends when all is sent as well. */
  kills: number;
  /** Processes at once; more than one needs PostgreSQL. */
  senders: number;
  /** Address or file; null for a file of its own. */
  database: string | null;
  forgetHistory: boolean;
  seed: number;
  /** How long is waited in the end, ms: what might still come twice comes when leases have run out. */
  afterwardsMs: number;
}

/** What became of deliveries whose senders were killed all the time. */
export interface KilledSendersFigures {
  deliveries: number;
  channels: number;
  senders: number;
  looks_up: boolean;
  kills: number;
  /** Messages in the local Slack. */
  posts: number;
  /** Of those, how many came again. */
  duplicates: number;
  /** Deliveries of which there is no message. */
  missing: number;
  /** Messages from before they were due. */
  early: number;
  /** Tasks that the outbox does not know as sent. */
  open_tasks: number;
  rate_limited: number;
  look_ups: number;
  seconds: number;
}

/** How the local Slack's time passes: so many look-ups would take hours at its real limits. */
const speed = 60;
/** How long one life takes about, with its start, ms. */
const lifeMs = 700;
const mostMs = 15 * 60_000;

/** Kills the senders of many deliveries again and again, and counts what arrives. */
export async function killSenders(
  open: OpenNoticesLoad,
  options: KilledSendersOptions,
): Promise<KilledSendersFigures> {
  const { channels, database, forgetHistory, senders, kills: wantedKills } = options;
  const random = randomNumbers(options.seed);
  const load = await open({ channels, database, speed, hurried: true, forgetHistory });
  try {
    const startedAt = Date.now();
    const wanted = planDeliveries(load, options, startedAt, random);
    await load.plan(wanted);
    load.makeTrouble(options.deliveries * 2, random);
    let kills = 0;
    const isOver = (): boolean => kills >= wantedKills || Date.now() > startedAt + mostMs;
    const lives = Array.from({ length: senders }, async () => {
      const sender = load.createSender();
      while (!isOver()) if (await liveAndDie(load, sender, random)) kills += 1;
      await sender.start();
      return sender;
    });
    const alive = await Promise.all(lives);
    while (Date.now() < startedAt + mostMs && countMissing(load, wanted) > 0) await pause(100);
    await pause(options.afterwardsMs);
    for (const sender of alive) if (await sender.kill()) kills += 1;
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    if (load.errors() !== '') throw new Error(`a sender failed: ${load.errors()}`);
    return await countWhatCame(load, wanted, { ...options, kills, seconds });
  } finally {
    await load.close();
  }
}

/** Some go into the channel, some into a thread; they become due all the while. */
function planDeliveries(
  { channels, threadOf }: NoticesLoad,
  { deliveries, kills, senders }: KilledSendersOptions,
  startedAt: number,
  random: () => number,
): WantedDelivery[] {
  const spreadMs = (kills * lifeMs) / senders;
  return Array.from({ length: deliveries }, (_, index) => {
    const channel = channels[index % channels.length] ?? '';
    const number = Math.floor(index / channels.length);
    const occasion = number % 2 === 0 ? `say-${number}` : `reply-${number}-${threadOf(channel)}`;
    return { channel, occasion, dueAt: startedAt + Math.floor(random() * spreadMs) };
  });
}

/** Some die while they start, some when a message has just been taken, some at any moment. */
async function liveAndDie(
  load: NoticesLoad,
  sender: Sender,
  random: () => number,
): Promise<boolean> {
  const started = sender.start();
  started.catch(() => {});
  const kind = Math.floor(random() * 5);
  if (kind === 0) await Promise.race([started, pause(random() * 400)]);
  else await started;
  if (kind === 1 || kind === 2) {
    await load.nextPost(1_000);
    if (kind === 2) await pause(random() * 10);
  } else if (kind !== 0) await pause(random() * 500);
  return sender.kill();
}

const keyOf = ({ channel, occasion }: { channel: string; occasion: string }): string =>
  `${channel} ${occasion}`;

function countMissing({ posts }: NoticesLoad, wanted: readonly WantedDelivery[]): number {
  const posted = new Set(posts.map(keyOf));
  return wanted.filter((delivery) => !posted.has(keyOf(delivery))).length;
}

async function countWhatCame(
  load: NoticesLoad,
  wanted: readonly WantedDelivery[],
  run: KilledSendersOptions & { kills: number; seconds: number },
): Promise<KilledSendersFigures> {
  const { posts } = load;
  const dueAt = new Map(wanted.map((delivery) => [keyOf(delivery), delivery.dueAt]));
  const { rateLimited, lookUps } = load.counts();
  const states = await load.states();
  return {
    deliveries: wanted.length,
    channels: load.channels.length,
    senders: run.senders,
    looks_up: !run.forgetHistory,
    kills: run.kills,
    posts: posts.length,
    duplicates: posts.length - new Set(posts.map(keyOf)).size,
    missing: countMissing(load, wanted),
    early: posts.filter((post) => post.at < (dueAt.get(keyOf(post)) ?? Number.POSITIVE_INFINITY))
      .length,
    open_tasks: wanted.length - (states.sent ?? 0),
    rate_limited: rateLimited,
    look_ups: lookUps,
    seconds: run.seconds,
  };
}
