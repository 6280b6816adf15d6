import { type PublicationText, splitSentences } from '../../../library/index.ts';

/** What sums a publication up. */
const summaryHeading =
  /^(?:\d+[.)]?\s+)?(?:abstract|(?:executive |plain[- ]language )?summary|overview|in short|key (?:points|messages)|at a glance|the short version)\b/iu;

/** Of a text to begin with. */
export const mostDraftCharacters = 700;
const fewestWords = 4;

/**
 * The first sentences of a publication's abstract or summary, else of the publication itself, word
 * for word: nothing is made up. May be empty.
 */
export function draftFromText({ text, headings }: PublicationText): string {
  const summary = headings.findIndex((heading) => summaryHeading.test(heading.text));
  const begun = summary === -1 ? '' : firstSentences(text, headings, summary);
  return begun === '' ? firstSentences(text, headings, -1) : begun;
}

/** @param after index of the heading below which to begin; -1 for the beginning. */
function firstSentences(
  text: string,
  headings: PublicationText['headings'],
  after: number,
): string {
  const from = after === -1 ? 0 : (headings[after]?.offset ?? 0);
  const until = after === -1 ? text.length : (headings[after + 1]?.offset ?? text.length);
  const part = text.slice(from, Math.min(until, from + 20 * mostDraftCharacters));
  const known = new Set(headings.map((heading) => heading.text));
  let drafted = '';
  for (const { start, end } of splitSentences(part)) {
    const sentence = part.slice(start, end).replace(/\s+/g, ' ');
    if (!isSentence(sentence) || known.has(sentence)) continue;
    if (drafted.length + sentence.length + 1 > mostDraftCharacters) break;
    drafted = drafted === '' ? sentence : `${drafted} ${sentence}`;
  }
  return drafted;
}

/** Headings, by-lines and rows of tables are none. */
function isSentence(text: string): boolean {
  return (
    /[.!?]["”’)]*$/u.test(text) && !text.includes(' | ') && text.split(' ').length >= fewestWords
  );
}
