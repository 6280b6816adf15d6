import type { Summary, SummaryItem } from '../summary.ts';
import type { FittedStatement } from './choose-statements.ts';
import { leastFit } from './item-fit.ts';

const names: Partial<Record<SummaryItem, string>> = {
  findings: 'its findings',
  recommendations: 'what it recommends',
  methods: 'how it was done',
  limits: 'its limits',
};

/**
 * What a publication says something of that there was no room for, in a sentence, so that nobody takes
 * it for missing; none where all has been said.
 */
export function noteLeftOut(fitted: readonly FittedStatement[], parts: Summary['parts']): string[] {
  const left = (Object.keys(names) as SummaryItem[])
    .filter((item) => !parts.some((part) => part.item === item))
    .filter((item) => fitted.some(({ fit }) => fit[item] >= leastFit && isBest(item, fit)))
    .map((item) => names[item]);
  if (left.length === 0) return [];
  const last = left.pop();
  return [
    `For want of room this leaves out ${left.length > 0 ? `${left.join(', ')} and ` : ''}${last}.`,
  ];
}

function isBest(item: SummaryItem, fit: FittedStatement['fit']): boolean {
  return Object.values(fit).every((other) => other <= fit[item]);
}
