import type { SummaryItem, SummaryReader } from '../summary.ts';
import { weightFor } from './reader-taste.ts';

/** How many words an item should have, and when its turn comes. */
export interface PlannedItem {
  item: SummaryItem;
  /** Of all words. The last two are few: they are said only where the text says so. */
  share: number;
}

const shares: Readonly<Record<SummaryItem, number>> = {
  findings: 0.3,
  recommendations: 0.22,
  about: 0.16,
  authorship: 0.07,
  methods: 0.12,
  limits: 0.1,
  'primary-care': 0.07,
  'secondary-care': 0.07,
};
/** What a summary cannot do without comes first. */
const turns: readonly SummaryItem[] = [
  'findings',
  'recommendations',
  'about',
  'authorship',
  'methods',
  'limits',
  'primary-care',
  'secondary-care',
];

/** Items in the order in which words are given to them, with their shares for a reader. */
export function planFor(reader: SummaryReader): PlannedItem[] {
  const weighted = turns.map((item) => ({ item, share: shares[item] * weightFor(reader, item) }));
  const total = weighted.reduce((sum, { share }) => sum + share, 0);
  const planned = weighted.map(({ item, share }) => ({ item, share: share / total }));
  return reader === 'board'
    ? planned.toSorted(
        (left, right) =>
          Number(right.item === 'recommendations') - Number(left.item === 'recommendations'),
      )
    : planned;
}
