import { readFigures } from '../../answering/index.ts';
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

/**
 * Claims in the order in which there is to be room for them: of each item in turn the most important,
 * those with figures before others. Among equals the order given is kept.
 */
export function rankClaims(claims: readonly SummaryClaim[], reader: SummaryReader): SummaryClaim[] {
  const weighed = claims.map((claim) => ({ claim, weight: weightOf(claim) }));
  weighed.sort((one, other) => other.weight - one.weight);
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

/** Figures tell apart what is as important, and no more. */
function weightOf(claim: SummaryClaim): number {
  return claim.importance + (hasFigures(claim) ? 0.5 : 0);
}

/** Whether it tells an amount, a share or a date. */
export function hasFigures({ text }: SummaryClaim): boolean {
  return readFigures(text).some((figure) => /\d/.test(figure.text));
}
