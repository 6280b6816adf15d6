import type { TokenUsage } from '../../prompting/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import { divideIntoSections, type Section } from './divide-into-sections.ts';
import { tokensOf } from './told-passages.ts';

/** What a summary by a model takes, about; nothing of it is said to come from a cache. */
export interface SummaryEstimate extends TokenUsage {
  /** Sections, and the merge where there are several. */
  calls: number;
}

/** Of the prompt around the passages, with the marks between them. */
const tokensOfPrompt = 1_200;
/** Six claims with a quote each. */
const tokensOfClaims = 800;
const tokensToMerge = 6_000;

/**
 * Foresees what a model reads and writes for a summary of a publication, of whatever length and for
 * whatever reader. Second attempts and second opinions on what is shown are not foreseen: they are
 * short, and together at most a quarter more.
 */
export function estimateSummaryTokens(read: ReadPublication): SummaryEstimate {
  return estimateOf(divideIntoSections(read).sections);
}

/** The same of what has been divided. */
export function estimateOf(sections: readonly Section[]): SummaryEstimate {
  const text = sections.reduce((sum, { passages }) => sum + tokensOf(passages), 0);
  const merges = sections.length > 1 ? 1 : 0;
  return {
    calls: sections.length + merges,
    input: Math.ceil(text + (sections.length + merges) * tokensOfPrompt + merges * tokensToMerge),
    cachedInput: 0,
    output: (sections.length + merges) * tokensOfClaims,
  };
}
