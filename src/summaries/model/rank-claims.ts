import { readFigures } from '../../answering/index.ts';
import { roleOfHeading } from '../extract/section-role.ts';
import { type SummaryItem, type SummaryReader, summaryItems } from '../summary.ts';
import type { SummaryClaim } from './summary-claim.ts';

/** Which items are told of in which order while there is room, and of which there is to be more. */
const turns: Readonly<Record<SummaryReader, readonly SummaryItem[]>> = {
  member: turnsOf(['about', 'findings', 'findings', 'recommendations', 'limits', 'methods']),
  board: turnsOf(['about', 'findings', 'recommendations', 'findings', 'recommendations', 'limits']),
  clinician: turnsOf(['about', 'findings', 'findings', 'methods', 'recommendations', 'limits']),
  public: turnsOf(['about', 'findings', 'findings', 'recommendations', 'limits']),
};

function turnsOf(first: readonly SummaryItem[]): SummaryItem[] {
  return [...first, ...summaryItems.filter((item) => !first.includes(item))];
}

/** What is left of its multiples after the point lies evenly between 0 and 1, however many there are. */
const goldenRatio = (Math.sqrt(5) - 1) / 2;
/** Where a publication says what its whole comes to. */
const speaksForWhole: ReadonlySet<string | null> = new Set([
  'summary',
  'conclusions',
  'recommendations',
]);

/**
 * Claims in the order in which there is to be room for them: of each item in turn the most important,
 * those from where the publication sums itself up and those with figures before others. Equals come
 * from all over the publication.
 */
export function rankClaims(claims: readonly SummaryClaim[], reader: SummaryReader): SummaryClaim[] {
  const seen = new Map<string, number>();
  const weighed = claims.map((claim) => {
    const weight = weightOf(claim);
    const key = `${claim.item} ${weight} ${claim.section}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { claim, weight, place: nth + ((claim.section * goldenRatio) % 1) };
  });
  weighed.sort((one, other) => other.weight - one.weight || one.place - other.place);
  const left = new Map<SummaryItem, SummaryClaim[]>();
  for (const { claim } of weighed) {
    left.set(claim.item, [...(left.get(claim.item) ?? []), claim]);
  }
  const ranked: SummaryClaim[] = [];
  while (ranked.length < claims.length) {
    for (const item of turns[reader]) {
      const claim = left.get(item)?.shift();
      if (claim !== undefined) ranked.push(claim);
    }
  }
  return ranked;
}

/** Where it stands and whether it has figures tell apart what is as important, and no more. */
function weightOf(claim: SummaryClaim): number {
  const path = claim.quotes.flatMap(({ headingPath }) => headingPath);
  const isSummingUp = path.some((heading) => speaksForWhole.has(roleOfHeading(heading)));
  return claim.importance + (isSummingUp ? 0.5 : 0) + (hasFigures(claim) ? 0.25 : 0);
}

/** Whether it tells an amount, a share or a date. */
export function hasFigures({ text }: SummaryClaim): boolean {
  return readFigures(text).some((figure) => /\d/.test(figure.text));
}
