import { estimateTokens, type Passage } from '../../library/index.ts';
import { findSections, sectionAt } from '../extract/find-sections.ts';
import type { ReadPublication } from '../read-publication.ts';

/** Apparatus that says who wrote and paid for a publication. */
const ofAuthors = /\b(?:authors?|contributors?|funding|copyright|about us)\b/i;
/** With less of its text left, its headings are not to be trusted. */
const leastShare = 0.25;

/**
 * The passages of a publication that say something of what it says: no contents, references,
 * glossaries or appendices. All of them where that would leave little.
 */
export function toldPassages({ text, passages }: ReadPublication): Passage[] {
  const sections = findSections(text);
  const told = passages.filter(({ characterStart }) => {
    const { role, heading } = sectionAt(sections, characterStart);
    return role !== 'apparatus' || ofAuthors.test(heading ?? '');
  });
  return tokensOf(told) < leastShare * tokensOf(passages) ? [...passages] : told;
}

/** Of the passages' texts together, estimated. */
export function tokensOf(passages: readonly Passage[]): number {
  return passages.reduce((sum, { text }) => sum + estimateTokens(text), 0);
}
