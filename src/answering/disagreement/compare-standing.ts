import { type Publication, rankOfKind } from '../../library/index.ts';

const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Whether all of the one were published after all of the other: `2024` and `2024-03` may be of the
 * same day, so that neither is newer than the other.
 */
export function areNewer(one: readonly Publication[], other: readonly Publication[]): boolean {
  const begins = one.map(({ date }) => edgeOf(date, '00'));
  const ends = other.map(({ date }) => edgeOf(date, '99'));
  return begins.every((begin) =>
    ends.every((end) => begin !== null && end !== null && begin > end),
  );
}

/** Whether all of the one are of kinds that rank above those of all of the other. */
export function rankAbove(one: readonly Publication[], other: readonly Publication[]): boolean {
  return one.every(({ kind }) => other.every((each) => rankOfKind[kind] > rankOfKind[each.kind]));
}

/** The date in full, with `open` for what it leaves open; null when there is none. */
function edgeOf(date: string | null, open: string): string | null {
  const found = isoDate.exec(date ?? '');
  if (found === null) return null;
  const [, year = '', month = open, day = open] = found;
  return `${year}-${month}-${day}`;
}
