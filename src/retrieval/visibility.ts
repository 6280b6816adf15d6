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
  /** UTC ms at which the next embargo ends. */
  until: number;
  /** Of the table, when this was decided. */
  changes: number;
}

/** Decides what a request may see. @param now UTC ms. */
export type DetermineVisibility = (
  table: PassageTable,
  request: VisibilityRequest,
  now: number,
) => Visibility;

/** Sets of audiences are few; most people share one. */
const mostRemembered = 20;

/**
 * Decides, publication by publication, what a request may see: its audience matches, it is not
 * retired, its embargo (if any) has ended, and it is not excluded by the request. Remembers what a
 * set of audiences sees until the table changes or an embargo ends.
 */
export function createVisibility(): DetermineVisibility {
  const remembered = new Map<string, Visibility & { table: PassageTable; from: number }>();
  return (table, request, now) => {
    if (request.within || request.without) return determineVisibility(table, request, now);
    const name = [...new Set(request.audiences)].sort().join('\n');
    const known = remembered.get(name);
    const isCurrent =
      known?.table === table &&
      known.changes === table.changes &&
      known.from <= now &&
      now < known.until;
    if (isCurrent) return known;
    const visibility = determineVisibility(table, request, now);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(name, { ...visibility, table, from: now });
    return visibility;
  };
}

function determineVisibility(
  table: PassageTable,
  request: VisibilityRequest,
  now: number,
): Visibility {
  const audiences = new Set<Audience>(request.audiences);
  const within = request.within ? new Set(request.within) : null;
  const without = new Set(request.without ?? []);
  const visible = new Uint8Array(table.entries.length);
  let passages = 0;
  let until = Number.POSITIVE_INFINITY;
  for (const [number, { publication, keys }] of table.entries.entries()) {
    const { id, audience, isRetired, embargoedUntil } = publication;
    const isEmbargoed = embargoedUntil !== null && embargoedUntil > now;
    if (isEmbargoed) until = Math.min(until, embargoedUntil);
    const isVisible =
      audiences.has(audience) &&
      !isRetired &&
      !isEmbargoed &&
      (within === null || within.has(id)) &&
      !without.has(id);
    if (!isVisible) continue;
    visible[number] = 1;
    passages += keys.length;
  }
  const accepts = (key: number): boolean => visible[table.entryNumber(key)] === 1;
  return { accepts, passages, until, changes: table.changes };
}
