import { headingPathAt, type PublicationText, splitSentences } from '../../library/index.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { CharacterRange } from '../answer.ts';
import { findOrders } from '../orders/find-orders.ts';
import type { Candidate } from './candidate.ts';
import { expandToLists } from './expand-to-lists.ts';
import { isNotice, isQuotable } from './is-quotable.ts';
import { joinRunInHeading } from './join-run-in-heading.ts';
import { pointsBack } from './points-back.ts';
import { readLines } from './read-lines.ts';

/**
 * Every sentence, list item and table row of the passages that could stand as a claim, each place
 * once, in the order of the passages.
 *
 * @param texts of the passages' publications by id; tells headings from paragraphs.
 */
export function findCandidates(
  passages: readonly RetrievedPassage[],
  texts: ReadonlyMap<string, PublicationText>,
): Candidate[] {
  const seen = new Set<string>();
  return passages
    .flatMap((retrieved, rank) =>
      candidatesOf(retrieved, rank, texts.get(retrieved.publication.id)),
    )
    .filter((candidate) => {
      const own = candidate.ranges.at(-1);
      const key = `${own?.start} ${candidate.retrieved.publication.id}`;
      if (seen.has(key) || !isQuotable(candidate)) return false;
      seen.add(key);
      return true;
    });
}

function candidatesOf(
  retrieved: RetrievedPassage,
  rank: number,
  publication: PublicationText | undefined,
): Candidate[] {
  const { headingPath } = retrieved.passage;
  const source = sourceOf(retrieved, publication);
  const { text, characterStart } = source;
  const known = new Set([...headingPath, retrieved.publication.title]);
  const lines = readLines(text, characterStart, publication?.headings ?? [], known);
  const orders = findOrders(text);
  const isOrder = ({ start, end }: CharacterRange): boolean =>
    orders.some(
      (order) => start < order.end + characterStart && end > order.start + characterStart,
    );
  const found: Candidate[] = [];
  let leadIn: CharacterRange | null = null;
  let header: CharacterRange | null = null;
  let inTable = false;

  const add = (
    kind: Candidate['kind'],
    ranges: CharacterRange[],
    group: number | null,
  ): Candidate => {
    const parts = ranges.map(({ start, end }) =>
      text.slice(start - characterStart, end - characterStart),
    );
    const own = ranges.at(-1);
    const candidate: Candidate = {
      kind,
      rank,
      position: found.length,
      retrieved,
      source,
      ranges,
      text: parts.join(' '),
      headings:
        publication === undefined || own === undefined
          ? headingPath
          : headingPathAt(publication.headings, own.start),
      previous: null,
      next: null,
      group,
    };
    found.push(candidate);
    return candidate;
  };

  for (const [index, { kind, start, end, text: line }] of lines.entries()) {
    const range = { start, end };
    if (kind !== 'table-row') {
      header = null;
      inTable = false;
    }
    if (kind === 'heading') {
      leadIn = null;
    } else if (kind !== 'paragraph' && isOrder(range)) {
      header = null;
    } else if (kind === 'table-row') {
      if (header !== null) add(kind, [header, range], header.start);
      else if (!inTable && isHeader(line)) header = range;
      else add(kind, [range], null);
      inTable = true;
    } else if (kind === 'list-item') {
      add(kind, leadIn === null ? [range] : [leadIn, range], leadIn?.start ?? null);
    } else {
      // A list of one item looks like a paragraph of its own; what leads in to it may deny it.
      const before: CharacterRange | null = lines[index - 1]?.kind === 'paragraph' ? leadIn : null;
      leadIn = null;
      if (isNotice(line)) continue;
      let previous: Candidate | null = null;
      for (const sentence of sentencesOf(line)) {
        const place = { start: start + sentence.start, end: start + sentence.end };
        if (isOrder(place)) break;
        const candidate: Candidate =
          previous === null && before !== null
            ? add('list-item', [before, place], before.start)
            : add('sentence', [place], null);
        candidate.previous = previous;
        if (previous !== null) previous.next = candidate;
        previous = candidate;
        leadIn = candidate.text.endsWith(':') ? leadInOf(candidate) : null;
      }
    }
  }
  return found;
}

/** A line may hold the page break that its text goes on after; sentences end at neither. */
function sentencesOf(line: string): readonly CharacterRange[] {
  return joinRunInHeading(line, splitSentences(line.replace(/\s/g, ' ')));
}

/** A lead-in such as `They are, in short:` comes with the sentence that says what they are. */
function leadInOf({ ranges, previous, text }: Candidate): CharacterRange | null {
  const own = ranges[0];
  if (own === undefined) return null;
  const before = pointsBack(text) ? previous?.ranges[0] : undefined;
  return { start: before?.start ?? own.start, end: own.end };
}

const longestColumnName = 60;

/** A glossary's first row is an entry already: its cells are no names of columns. */
function isHeader(row: string): boolean {
  return row.split(' | ').every((cell) => cell.length <= longestColumnName);
}

function sourceOf(
  { passage }: RetrievedPassage,
  publication: PublicationText | undefined,
): Candidate['source'] {
  if (publication === undefined) return passage;
  const range = { start: passage.characterStart, end: passage.characterEnd };
  const { start, end } = expandToLists(publication.text, range);
  return { text: publication.text.slice(start, end), characterStart: start };
}
