import { headingPathAt, type Passage, type PublicationText } from '../../library/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import { tokensOf, toldPassages } from './told-passages.ts';

/** A part of a publication that a model reads in one go. */
export interface Section {
  /** Of its beginning; null where there is none. */
  heading: string | null;
  /** At least one; none repeats what another holds. */
  passages: Passage[];
}

export interface DividedPublication {
  /** In reading order. Empty when nothing in it can be read. */
  sections: Section[];
  /** Passages that there was no room for, spread over all of it. */
  leftOut: number;
}

/**
 * Most tokens of text in one section, as many as in a prompt for an answer: local models are often
 * set up for prompts of no more than 8,000 tokens.
 */
export const mostSectionTokens = 6_000;
/** Most sections of a summary: together some 240,000 tokens, or 500 pages. */
export const mostSections = 40;
/** Shorter ones hold a page number or the rest of a heading. */
const fewestCharacters = 20;

/**
 * Divides a publication at its headings into sections of bounded size. A long chapter is divided
 * where its own headings are, and evenly where there are none; short ones are read together.
 */
export function divideIntoSections(read: ReadPublication): DividedPublication {
  const told = withoutOverlap(toldPassages(read), read.text);
  const kept = spread(told, mostSectionTokens * mostSections);
  let sections = pack(kept, mostSectionTokens);
  // What does not fill its sections needs more of them than its tokens say.
  for (let share = 0.9; sections.length > mostSections; share -= 0.1) {
    const fewer = spread(told, mostSectionTokens * mostSections * share);
    sections = pack(fewer, mostSectionTokens);
  }
  const shown = sections.reduce((sum, section) => sum + section.passages.length, 0);
  return { sections, leftOut: told.length - shown };
}

/** Passages repeat the end of the one before, which need not be read twice. */
function withoutOverlap(
  passages: readonly Passage[],
  { text, headings }: PublicationText,
): Passage[] {
  let end = 0;
  return passages.flatMap((passage) => {
    const characterStart = Math.max(passage.characterStart, Math.min(end, passage.characterEnd));
    end = Math.max(end, passage.characterEnd);
    const own = text.slice(characterStart, passage.characterEnd);
    if (own.trim().length < fewestCharacters) return [];
    // A passage of several short sections names what they have in common, which may be nothing.
    const headingPath = headingPathAt(headings, characterStart);
    return [{ ...passage, text: own, characterStart, headingPath }];
  });
}

/** As many of the passages as there is room for, evenly from beginning to end. */
function spread(passages: readonly Passage[], mostTokens: number): Passage[] {
  const share = mostTokens / tokensOf(passages);
  if (share >= 1) return [...passages];
  return passages.filter((_, at) => Math.floor((at + 1) * share) > Math.floor(at * share));
}

function pack(passages: readonly Passage[], mostTokens: number): Section[] {
  const groups: Passage[][] = [];
  for (const chapter of runsOf(passages, 0)) {
    for (const piece of divide(chapter, 0, mostTokens)) {
      const last = groups.at(-1);
      if (last !== undefined && tokensOf(last) + tokensOf(piece) <= mostTokens) last.push(...piece);
      else groups.push([...piece]);
    }
  }
  return groups.map((group) => ({ heading: group[0]?.headingPath[0] ?? null, passages: group }));
}

/** Passages under the same heading of a level, in a row. */
function runsOf(passages: readonly Passage[], level: number): Passage[][] {
  const runs: Passage[][] = [];
  let above: string | null | undefined;
  for (const passage of passages) {
    const heading = passage.headingPath[level] ?? null;
    if (heading !== above || runs.length === 0) runs.push([]);
    above = heading;
    runs.at(-1)?.push(passage);
  }
  return runs;
}

/** Pieces of which each fits; a passage that does not fit even alone is a piece. */
function divide(passages: Passage[], level: number, mostTokens: number): Passage[][] {
  const tokens = tokensOf(passages);
  if (tokens <= mostTokens || passages.length === 1) return [passages];
  const runs = runsOf(passages, level + 1);
  if (runs.length > 1) return runs.flatMap((run) => divide(run, level + 1, mostTokens));
  if (passages.some(({ headingPath }) => headingPath.length > level + 1)) {
    return divide(passages, level + 1, mostTokens);
  }
  const even = tokens / Math.ceil(tokens / mostTokens);
  const pieces: Passage[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const passage of passages) {
    const own = tokensOf([passage]);
    if (filled + own / 2 > even || filled + own > mostTokens) {
      pieces.push([]);
      filled = 0;
    }
    pieces.at(-1)?.push(passage);
    filled += own;
  }
  return pieces;
}
