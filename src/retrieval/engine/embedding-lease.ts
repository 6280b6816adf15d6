import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';
import type { IndexStore } from '../index-store.ts';

/** Until another process may embed in place of one that was killed. */
const leaseMs = 20_000;
const renewMs = 5_000;
const lookMs = 500;

export interface EmbeddingLeaseParts {
  store: Pick<IndexStore, 'claimEmbedding'>;
  clock: Clock;
  /** Called once when another process embeds already. */
  onWait(): void;
  signal: AbortSignal;
}

/**
 * Works while no other process embeds: two of them would pay for the same passages twice. Waits until
 * the other one is done.
 *
 * @throws the signal's reason when it aborts while waiting, and what `work` throws.
 */
export async function holdEmbeddingLease<Result>(
  { store, clock, onWait, signal }: EmbeddingLeaseParts,
  work: () => Promise<Result>,
): Promise<Result> {
  let held: number | null = null;
  const claim = async (until: number): Promise<boolean> => {
    const isClaimed = await store.claimEmbedding({ now: clock.now(), until, held });
    if (isClaimed) held = until;
    return isClaimed;
  };
  for (let look = 0; !(await claim(clock.now() + leaseMs)); look += 1) {
    if (look === 0) onWait();
    await wait(lookMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  let renewal: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // A claim that could not be renewed is one that another process may take over: work is done
    // twice then, but nothing is wrong.
    renewal = claim(clock.now() + leaseMs).catch(() => {});
  }, renewMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewal;
    await claim(0).catch(() => {});
  }
}
