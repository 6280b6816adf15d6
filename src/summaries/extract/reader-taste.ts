import type { SummaryItem, SummaryReader } from '../summary.ts';
import { undefinedAbbreviations } from './abbreviations.ts';

/** What each reader wants more of than the next; 1 where not named. */
const itemWeights: Readonly<Record<SummaryReader, Partial<Record<SummaryItem, number>>>> = {
  member: {},
  board: { recommendations: 1.5, methods: 0.7 },
  clinician: { methods: 1.5, limits: 1.2, recommendations: 0.9 },
  public: { about: 1.3, methods: 0.7 },
};

const decisions =
  /[\u00a3$\u20ac]|\b(?:costs?|budgets?|funds?|funding|funded|savings?|saved|money|invest\w*|financ\w*|income|spend(?:s|ing)?|spent|risks?|decisions?|decided?|agree[ds]?|accountab\w*|govern\w*|boards?|responsib\w*|legal|law|statutory|workforce|staff(?:ing)?|deadline|within \d+ (?:days|weeks|months|years)|contract\w*|capacity|resources?|strateg\w*|fail\w*|leadership)\b/i;
const evidence =
  /\b(?:patients?|participants?|population|cohort|adults?|children|trials?|randomi[sz]ed|confidence interval|95%|odds|hazard|ratio|median|mean|mortality|deaths?|admissions?|readmissions?|follow(?:ed)?[- ]up|diagnos\w*|treat\w*|clinical|outcomes?|symptoms?|dose|effects?|comparison|control|prevalence|incidence|adverse|safety|quality of life)\b|\d\s?%/i;

/** How much more a reader wants this item than others; around 1. */
export function weightFor(reader: SummaryReader, item: SummaryItem): number {
  return itemWeights[reader][item] ?? 1;
}

/** How much more a reader wants these words than others under the same item; 0.2 to 1.3. */
export function tasteFor(reader: SummaryReader, text: string, words: number): number {
  const unexplained = undefinedAbbreviations(text).length;
  const known = Math.max(0.6, 1 - 0.12 * unexplained);
  switch (reader) {
    case 'member':
      return known;
    case 'board':
      return known * (decisions.test(text) ? 1.2 : 1);
    case 'clinician':
      return evidence.test(text) ? 1.2 : 1;
    case 'public':
      return plainness(text, words) - (unexplained > 0 ? 0.3 : 0);
  }
}

const notation =
  /[\u223c\u2248\u00b1\u2264\u2265\u03b1-\u03c9<>=]|\b(?:CI|OR|HR|RR|SD|MD|IQR)\b|confidence interval|p-value|regression|ratio\b/u;

/** Short sentences of short words, nothing abbreviated that is not explained. */
function plainness(text: string, words: number): number {
  const sentences = Math.max(1, text.match(/[.!](?:\s|$)/g)?.length ?? 1);
  const perSentence = words / sentences;
  const letters = text.replace(/[^\p{L}]/gu, '').length / Math.max(1, words);
  const long = perSentence <= 18 ? 0 : Math.min(0.5, (perSentence - 18) / 30);
  const heavy = letters <= 5 ? 0 : Math.min(0.3, (letters - 5) / 5);
  const coded = notation.test(text) ? 0.4 : 0;
  return Math.max(0.4, 1.3 - long - heavy - coded);
}
