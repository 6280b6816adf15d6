import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import { ConcordError } from './errors.ts';
import type { Log } from './observability/log.ts';
import type { RetrievalEngine } from './retrieval/index.ts';

/** After the first failure to embed; twice as long after each further one. */
const firstPauseMs = 15_000;
const longestPauseMs = 3_600_000;
/** A service that asks for more is asked again after that all the same. */
const longestAskedMs = 86_400_000;

export interface FollowLibraryOptions {
  /** ms between two looks. */
  intervalMs: number;
  /** Called whenever the indexes are in step. */
  afterLook(): Promise<void>;
  clock: Clock;
  signal: AbortSignal;
  log: Log;
}

/**
 * Keeps the indexes of a running assistant in step with its database, which other processes may
 * change, until aborted. Embedding goes on beside the looks, since a service may take hours for a
 * large library. A look that fails is logged and made again at the next interval; a failure to embed
 * after a pause that grows, or as long as the service asks for.
 */
export async function followLibrary(
  engine: Pick<RetrievalEngine, 'refresh' | 'embedMissing' | 'saveCache'>,
  { intervalMs, afterLook, clock, signal, log }: FollowLibraryOptions,
): Promise<void> {
  const embedding = new BackgroundEmbedding(engine, clock, log);
  while (!signal.aborted) {
    const interval = wait(intervalMs, undefined, { signal }).catch(() => {});
    try {
      const { toEmbed, superseded } = await engine.refresh({ isEmbedding: embedding.isRunning });
      if (toEmbed + superseded > 0) embedding.start(signal);
      await Promise.race([embedding.done, interval]);
      // While vectors come in, everything made of them would be out of date at once.
      if (!embedding.isRunning) {
        // Also after a start whose cache was lost; does nothing when the cache is up to date.
        await engine.saveCache();
        await afterLook();
      }
    } catch (error) {
      if (!signal.aborted) log.error({ err: error }, 'library-not-followed');
    }
    await interval;
  }
  await embedding.done;
}

/** One run at a time; none while it pauses after a failure. */
class BackgroundEmbedding {
  isRunning = false;
  /** Never rejects. */
  done: Promise<void> = Promise.resolve();
  readonly #engine: Pick<RetrievalEngine, 'embedMissing'>;
  readonly #clock: Clock;
  readonly #log: Log;
  #failures = 0;
  #pausedUntil = 0;

  constructor(engine: Pick<RetrievalEngine, 'embedMissing'>, clock: Clock, log: Log) {
    this.#engine = engine;
    this.#clock = clock;
    this.#log = log;
  }

  start(signal: AbortSignal): void {
    if (this.isRunning || this.#clock.now() < this.#pausedUntil) return;
    this.isRunning = true;
    this.done = this.#run(signal).finally(() => {
      this.isRunning = false;
    });
  }

  async #run(signal: AbortSignal): Promise<void> {
    try {
      await this.#engine.embedMissing({ signal });
      this.#failures = 0;
    } catch (error) {
      if (!signal.aborted) this.#pause(error);
    }
  }

  #pause(error: unknown): void {
    const asked = error instanceof ConcordError ? Number(error.details.retryAfterMs ?? 0) : 0;
    const growing = Math.min(firstPauseMs * 2 ** this.#failures, longestPauseMs);
    const pause = Math.max(Math.min(asked, longestAskedMs), growing);
    this.#failures += 1;
    this.#pausedUntil = this.#clock.now() + pause;
    if (!(error instanceof ConcordError)) {
      this.#log.error({ err: error, pause_ms: pause }, 'embedding-paused');
      return;
    }
    const { code, details, forPeople } = error;
    const facts = { code, reason: details.reason, advice: forPeople, pause_ms: pause };
    this.#log.warn(facts, 'embedding-paused');
  }
}
