import type { SummaryReader } from '../summary.ts';

/** For whom a summary is, as a model is told. */
export const readerWords: Readonly<Record<SummaryReader, string>> = {
  member: 'a leader in health and care, who decides whether to read on',
  board:
    'the board of a health or care organisation: what was found, what is asked of organisations, what it costs and what is at risk',
  clinician:
    'a clinician: who was studied, how, what was found with exact figures, and what it changes in practice',
  public:
    'a member of the public: everyday words and short sentences; each abbreviation written out where a quote does so, no jargon',
};

/** About as many words as an honest claim has. */
const wordsOfClaim = 20;
const mostClaimsOfSection = 8;
/** Most claims of a publication that is read in one go, as many as a full summary has room for. */
const mostClaimsOfWhole = 20;

/** How many claims a model is asked for, of one section among several or of all there is. */
export function claimsWanted(words: number | null, isWhole: boolean): number {
  if (!isWhole) return mostClaimsOfSection;
  // More than there is room for: some will not hold, and each item should be told of.
  return Math.min(mostClaimsOfWhole, Math.ceil((words ?? wordsOfClaim) / wordsOfClaim) + 3);
}

/** What a model is to do with the passages that it is given. */
export function describeSectionTask(
  words: number | null,
  place: { number: number; of: number },
): string {
  const { number, of } = place;
  const most = claimsWanted(words, of === 1);
  return of === 1
    ? `The passages are the whole publication. Give up to ${most} claims, of at most ${wordsOfClaim + 5} words each.`
    : `The passages are part ${number} of ${of} of the publication. Give up to ${most} claims, of at most ${wordsOfClaim + 5} words each; none when the part says nothing that a summary of the whole needs.`;
}

/** How long a merged summary may be. */
export function describeLength(words: number | null): string {
  return words === null
    ? 'One claim, of one sentence: the most important of all.'
    : `At most ${words} words in all claims together.`;
}
