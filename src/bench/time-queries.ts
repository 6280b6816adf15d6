import { percentile } from '../evaluation/index.ts';
import type { SyntheticQuery } from './synthetic/synthetic-queries.ts';

export interface QueryTimes {
  /** Asked; fewer than given when the time allowed ran out. */
  queries: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
}

/** How long the slowest subject may take over its queries, which are then cut short. */
const allowedMs = 45_000;
/** Enough to hold each kind of query a few times. */
const fewestQueries = 9;
const warmUpQueries = 3;
const warmUpMs = 1_000;

/**
 * Asks queries one after the other and takes the time of each. The first few are asked before, so
 * that none pays for what happens once.
 *
 * @param milliseconds from an arbitrary instant, never going back.
 */
export async function timeQueries(
  queries: readonly SyntheticQuery[],
  ask: (query: string) => Promise<unknown>,
  milliseconds: () => number = () => performance.now(),
): Promise<QueryTimes> {
  const warmUpStarted = milliseconds();
  for (const { text } of queries.slice(0, warmUpQueries)) {
    if (milliseconds() - warmUpStarted < warmUpMs) await ask(text);
  }
  const times: number[] = [];
  const started = milliseconds();
  for (const { text } of queries) {
    if (times.length >= fewestQueries && milliseconds() - started > allowedMs) break;
    const before = milliseconds();
    await ask(text);
    times.push(milliseconds() - before);
  }
  const at = (share: number): number => Math.round((percentile(times, share) ?? 0) * 1e3) / 1e3;
  return { queries: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
