import type { Indexes } from '../indexes.ts';

/**
 * Tells apart what searches find things in: other publications, vectors or settings of who may read
 * what, another embedder, and embargoes that have ended, which changes nothing that is stored. The
 * same on all replicas that hold the same.
 *
 * @param now UTC ms.
 */
export function describeSearchState({ table, semantic }: Indexes, now: number): string {
  let revision = 0;
  let lastEnded = 0;
  for (const { publication } of table.entries) {
    const { embargoedUntil } = publication;
    revision = Math.max(revision, publication.revision);
    // Which of them have ended follows from the last one that has.
    if (embargoedUntil !== null && embargoedUntil <= now) {
      lastEnded = Math.max(lastEnded, embargoedUntil);
    }
  }
  const { embedder, vectors } = semantic ?? {};
  return JSON.stringify([revision, lastEnded, embedder?.id ?? null, vectors?.size ?? 0]);
}
