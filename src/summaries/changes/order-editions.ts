import { areNewer } from '../../answering/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import { lastYearIn } from './name-editions.ts';

export interface OrderedEditions {
  earlier: ReadPublication;
  later: ReadPublication;
  /** Why they stand in this order, where no date says so. */
  note: string | null;
}

/** Two editions in the order of their dates, else of the years in their titles, else as named. */
export function orderEditions(one: ReadPublication, other: ReadPublication): OrderedEditions {
  const asNamed = { earlier: one, later: other };
  const turned = { earlier: other, later: one };
  if (areNewer([other.publication], [one.publication])) return { ...asNamed, note: null };
  if (areNewer([one.publication], [other.publication])) return { ...turned, note: null };
  const [left, right] = [lastYearIn(one.publication.title), lastYearIn(other.publication.title)];
  if (left !== null && right !== null && left !== right) {
    const note = 'Their dates do not tell which is earlier; the years in their titles do.';
    return { ...(left < right ? asNamed : turned), note };
  }
  return {
    ...asNamed,
    note: 'Nothing tells which is earlier: the one that was named first is taken to be.',
  };
}
