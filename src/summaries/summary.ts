import type { Claim } from '../answering/index.ts';
import type { Publication } from '../library/index.ts';

export const summaryLengths = ['sentence', 'brief', 'full'] as const;
/** One sentence, about 120 words, about 500 words. */
export type SummaryLength = (typeof summaryLengths)[number];

/** Words aimed at, of all statements together; null for one sentence, however long. */
export const wordsOf: Readonly<Record<SummaryLength, number | null>> = {
  sentence: null,
  brief: 120,
  full: 500,
};

export const summaryReaders = ['member', 'board', 'clinician', 'public'] as const;
/** Who it is for; `public` wants plain English. */
export type SummaryReader = (typeof summaryReaders)[number];

export const summaryItems = [
  'about',
  'authorship',
  'findings',
  'recommendations',
  'methods',
  'limits',
  'primary-care',
  'secondary-care',
] as const;
/** What a leader expects to be told of a publication; the last two only where the text says so. */
export type SummaryItem = (typeof summaryItems)[number];

/** A summary of one publication. */
export interface Summary {
  publication: Publication;
  length: SummaryLength;
  reader: SummaryReader;
  composer: 'extractive' | 'model';
  /**
   * In the order of `summaryItems`, of a text too short to have parts in the order in which it comes
   * to them; an item of which nothing is said is left out.
   */
  parts: { item: SummaryItem; claims: Claim[] }[];
  /** Expected items of which the text says nothing, in the same order. */
  notReported: SummaryItem[];
  /** Small print, whole sentences: what of it was not read, and why. Mostly empty. */
  notes: string[];
}
