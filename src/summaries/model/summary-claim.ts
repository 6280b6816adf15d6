import { z } from 'zod';
import { claimDraft, type Numbered, type VerifiedClaim } from '../../answering/index.ts';
import { type SummaryItem, summaryItems } from '../summary.ts';

const mostImportant = 3;

/** What a model gives as a claim of a section: nothing of it is checked but its shape and its size. */
export const sectionClaimDraft = claimDraft.extend({
  /** Models that are not held to a schema write `Primary care`. */
  item: z.preprocess(
    (value) =>
      typeof value === 'string' ? value.trim().toLowerCase().replace(/\s+/g, '-') : value,
    z.enum(summaryItems),
  ),
  /** 3 for what every reader must know, 1 for a detail; what is no such number counts as 1. */
  importance: z.int().min(1).max(mostImportant).catch(1),
});

export type OfferedSectionClaim = Numbered<z.infer<typeof sectionClaimDraft>>;

/** A verified claim of a publication, and what it is for in a summary. */
export interface SummaryClaim extends VerifiedClaim {
  item: SummaryItem;
  /** 1 to 3; as the model says, so good for nothing but the choice among verified claims. */
  importance: number;
  /** Of the sections that a model reads, from 1. */
  section: number;
}

/** Whether it is one of those that every reader must know. */
export const isMostImportant = ({ importance }: SummaryClaim): boolean =>
  importance === mostImportant;
