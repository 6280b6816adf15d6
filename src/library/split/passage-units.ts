import type { PlacedBlock } from './assemble-text.ts';
import { cutAtClauses } from './cut-at-clauses.ts';
import { estimateTokens } from './estimate-tokens.ts';
import type { PassageSize } from './passage-size.ts';
import { splitSentences } from './split-sentences.ts';

/** What is never divided between passages: a sentence, a list item, a table or a row of it. */
export interface Unit {
  start: number;
  end: number;
  tokens: number;
  /** How well a passage can end after this unit. */
  endsWith: 'block' | 'sentence' | 'list-item' | 'table-row' | 'lead-in' | 'fragment';
}

/** The units of consecutive blocks, in order. */
export function unitsOf(text: string, blocks: readonly PlacedBlock[], size: PassageSize): Unit[] {
  const units: Unit[] = [];
  for (let index = 0; index < blocks.length; ) {
    const placed = blocks[index];
    if (placed === undefined) break;
    const next = endOfTable(blocks, index);
    if (next > index) {
      for (const unit of unitsOfTable(text, blocks.slice(index, next), size)) units.push(unit);
      index = next;
    } else {
      for (const unit of unitsOfBlock(text, placed, blocks[index + 1], size)) units.push(unit);
      index += 1;
    }
  }
  return units;
}

function endOfTable(blocks: readonly PlacedBlock[], from: number): number {
  let index = from;
  while (blocks[index]?.block.kind === 'table-row') index += 1;
  return index;
}

function unitsOfTable(text: string, rows: readonly PlacedBlock[], size: PassageSize): Unit[] {
  const start = rows[0]?.start ?? 0;
  const end = rows.at(-1)?.end ?? start;
  const tokens = estimateTokens(text.slice(start, end));
  if (tokens <= size.wholeTableTokens) return [{ start, end, tokens, endsWith: 'block' }];
  const units = rows.flatMap((row) => piecesOf(text, row, size.maximumTokens, 'table-row'));
  return endingBlock(units);
}

function unitsOfBlock(
  text: string,
  placed: PlacedBlock,
  next: PlacedBlock | undefined,
  size: PassageSize,
): Unit[] {
  // Leaves room for any unit in a passage that is still too short.
  const longest = size.maximumTokens - size.minimumTokens;
  const { start, end, block } = placed;
  const isItem = block.kind === 'list-item';
  const units = splitSentences(text.slice(start, end)).flatMap((sentence) =>
    piecesOf(
      text,
      { start: start + sentence.start, end: start + sentence.end },
      longest,
      isItem ? 'list-item' : 'sentence',
    ),
  );
  const last = units.at(-1);
  if (last === undefined) return units;
  if (next !== undefined && /[:：]$/.test(text.slice(last.start, last.end))) {
    last.endsWith = 'lead-in';
  } else if (!isItem || next?.block.kind !== 'list-item') {
    last.endsWith = 'block';
  }
  return units;
}

function piecesOf(
  text: string,
  range: { start: number; end: number },
  longest: number,
  endsWith: Unit['endsWith'],
): Unit[] {
  const tokens = estimateTokens(text.slice(range.start, range.end));
  if (tokens <= longest) return [{ start: range.start, end: range.end, tokens, endsWith }];
  const pieces = cutAtClauses(text, range, longest);
  return pieces.map((piece, index) => ({
    ...piece,
    tokens: estimateTokens(text.slice(piece.start, piece.end)),
    endsWith: index === pieces.length - 1 ? endsWith : 'fragment',
  }));
}

function endingBlock(units: Unit[]): Unit[] {
  const last = units.at(-1);
  if (last !== undefined) last.endsWith = 'block';
  return units;
}
