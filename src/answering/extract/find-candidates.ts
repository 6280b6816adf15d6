import { splitSentences } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { CharacterRange } from '../answer.ts';
import type { Candidate } from './candidate.ts';
import { isQuotable } from './is-quotable.ts';

/**
 * Every sentence and list item of the passages that could stand as a claim, each place once,
 * in the order of the passages.
 */
export function findCandidates(passages: readonly RetrievedPassage[]): Candidate[] {
  const seen = new Set<string>();
  return passages.flatMap((retrieved, rank) =>
    candidatesOf(retrieved, rank).filter((candidate) => {
      const key = `${retrieved.publication.id} ${candidate.ranges.map(({ start }) => start).join(' ')}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
}

interface Line extends CharacterRange {
  text: string;
  /** Joined to the line before by a single line end: rows of a table, items of a list. */
  isTight: boolean;
}

function candidatesOf(retrieved: RetrievedPassage, rank: number): Candidate[] {
  const { text, characterStart, headingPath } = retrieved.passage;
  const headings = new Set([...headingPath, retrieved.publication.title]);
  const lines = linesOf(text);
  const candidates: Candidate[] = [];
  let leadIn: Line | null = null;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (headings.has(line.text)) {
      leadIn = null;
      continue;
    }
    const isRow = line.text.includes(' | ');
    const isListed = line.isTight || next?.isTight === true;
    if (isListed && !isRow) {
      const ranges = leadIn === null ? [line] : [leadIn, line];
      candidates.push(candidate('list-item', ranges, null, leadIn));
      continue;
    }
    leadIn = null;
    if (isRow) {
      candidates.push(candidate('table-row', [line], null, null));
      continue;
    }
    let previous: Candidate | null = null;
    for (const sentence of splitSentences(line.text)) {
      const range = { start: line.start + sentence.start, end: line.start + sentence.end };
      const found: Candidate = candidate('sentence', [range], previous, null);
      candidates.push(found);
      previous = found;
      if (found.text.endsWith(':')) leadIn = { ...range, text: found.text, isTight: false };
    }
  }
  return candidates.filter(isQuotable);

  function candidate(
    kind: Candidate['kind'],
    ranges: readonly CharacterRange[],
    previous: Candidate | null,
    lead: CharacterRange | null,
  ): Candidate {
    return {
      kind,
      rank,
      retrieved,
      ranges: ranges.map(({ start, end }) => ({
        start: start + characterStart,
        end: end + characterStart,
      })),
      text: ranges.map(({ start, end }) => text.slice(start, end)).join(' '),
      previous,
      leadIn: lead && { start: lead.start + characterStart, end: lead.end + characterStart },
    };
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const content = match[0].trim();
    if (content === '') continue;
    const start = match.index + match[0].indexOf(content);
    const before = lines.at(-1);
    const gap = before === undefined ? '\n\n' : text.slice(before.end, start);
    lines.push({
      start,
      end: start + content.length,
      text: content,
      isTight: before !== undefined && gap.split('\n').length === 2,
    });
  }
  return lines;
}
