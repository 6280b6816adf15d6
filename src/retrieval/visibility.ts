import type { Audience } from '../people/index.ts';
import type { PassageTable } from './passage-table.ts';

export interface VisibilityRequest {
  audiences: readonly Audience[];
  within?: readonly string[] | undefined;
  without?: readonly string[] | undefined;
}

export interface Visibility {
  /** Whether a request may see the passage with this key. */
  accepts(key: number): boolean;
  /** How many passages it may see. */
  passages: number;
}

/**
 * Decides, publication by publication, what a request may see: its audience matches, it is not
 * retired, its embargo (if any) has ended, and it is not excluded by the request.
 *
 * @param now UTC ms.
 */
export function determineVisibility(
  table: PassageTable,
  request: VisibilityRequest,
  now: number,
): Visibility {
  const audiences = new Set<Audience>(request.audiences);
  const within = request.within ? new Set(request.within) : null;
  const without = new Set(request.without ?? []);
  const visible = new Uint8Array(table.entries.length);
  let passages = 0;
  table.entries.forEach(({ publication, keys }, number) => {
    const isVisible =
      audiences.has(publication.audience) &&
      !publication.isRetired &&
      (publication.embargoedUntil === null || publication.embargoedUntil <= now) &&
      (within === null || within.has(publication.id)) &&
      !without.has(publication.id);
    if (!isVisible) return;
    visible[number] = 1;
    passages += keys.length;
  });
  return { accepts: (key) => visible[table.entryNumber(key)] === 1, passages };
}
