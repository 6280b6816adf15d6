import type { Clock } from '../../clock.ts';
import { describeError, type Pause } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import type { Outbox, PlannedTask } from '../outbox/outbox.ts';
import { type DigestTime, digestsAround, type WeeklyDigest } from './digest-time.ts';

/** When and where the weekly digest comes. */
export interface DigestSettings extends DigestTime {
  /** Id of the channel that gets it; null for none. */
  channel: string | null;
}

export const digestOccasions = { planned: 'digest', direct: 'digest-direct' } as const;

/** Stands for everybody who wants it in a direct message, as they are when it is due. */
export const digestReaders = 'digest-readers';

/** A digest that is later than this is of no use. */
const usefulMs = 2 * 24 * 60 * 60_000;

/** Keeps the digest that is due, and the next one, among what is to be sent. */
export interface DigestPlanner {
  start(): void;
  stop(): Promise<void>;
}

export interface DigestPlannerOptions {
  outbox: Pick<Outbox, 'plan'>;
  /** Null when there is no digest. */
  settings: DigestSettings | null;
  clock: Clock;
  pause: Pause;
  /** How soon it is noticed that a week is over. */
  pollMs: number;
  log: Log;
}

/**
 * Plans digests as tasks of the outbox, whose worker sends them. A week has one digest, which moves
 * as long as it was not sent; to plan it again, in this process or another, changes nothing.
 */
export function createDigestPlanner(options: DigestPlannerOptions): DigestPlanner {
  const { outbox, settings, clock, pause, pollMs, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const planned = new Set<string>();
  let running: Promise<void> = Promise.resolve();

  async function plan(one: WeeklyDigest, channel: string | null): Promise<void> {
    if (planned.has(one.id)) return;
    const isPlanned = (occasion: string): boolean => occasion === digestOccasions.planned;
    await outbox.plan(one.id, tasksOf(one, channel), isPlanned);
    planned.add(one.id);
    log.info({ digest: one.id, due_at: one.dueAt }, 'digest-planned');
  }

  async function run(all: DigestSettings): Promise<void> {
    while (!signal.aborted) {
      try {
        const now = clock.now();
        const { last, next } = digestsAround(now, all);
        if (now < last.dueAt + usefulMs) await plan(last, all.channel);
        await plan(next, all.channel);
      } catch (error) {
        log.error({ reason: describeError(error) }, 'digest-not-planned');
      }
      await pause(pollMs, signal).catch(() => {});
    }
  }

  return {
    start() {
      if (settings !== null) running = run(settings);
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function tasksOf({ dueAt }: WeeklyDigest, channel: string | null): PlannedTask[] {
  const places = channel === null ? [digestReaders] : [channel, digestReaders];
  const occasion = digestOccasions.planned;
  return places.map((place) => ({ occasion, place, dueAt, uselessAt: dueAt + usefulMs }));
}
