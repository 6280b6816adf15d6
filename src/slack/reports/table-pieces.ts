import type { Claim, Source } from '../../answering/index.ts';
import { shortTitles, type TablePart, type TableRow } from '../../summaries/index.ts';
import { display, titleOf } from '../blocks/describe-publication.ts';
import { escapeText, markup } from '../blocks/markup.ts';
import { context, type Piece } from '../blocks/piece.ts';
import { literalText } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/split-text.ts';
import { placeIn } from './claim-places.ts';

/** Slack takes 20 cells in a row, the first of which names the publication. */
const mostColumns = 19;
/** Slack takes 100 rows, the first of which names the columns. */
const mostRows = 99;
/** As JSON: Slack takes 10,000 characters in a table, and about 13,200 in a message with all else. */
const mostTableCharacters = 10_000;
/** What a cell is cut to, the longest that lets the whole table fit. */
const fewestInCell = 30;
const cellLengths = [3_000, 1_200, 600, 400, 300, 220, 160, 120, 80, 50, fewestInCell] as const;
/** A thread is narrow: with more columns of statements than this, few words make a long cell. */
const mostWideColumns = 2;
const mostInNarrowCell = 200;
const mostNameCharacters = 150;
/** Of what is read out in place of the table. */
const mostSpokenCharacters = 3_000;
const mostLineCharacters = 500;

/** Above the names of publications, and beside what is told of them. */
const corner = 'Publication';
const notReported = 'Not reported';
const isShortened =
  'The table is shortened here to what Slack can show. The files under “Take it away” have all of it.';

/**
 * Publications side by side as a table of Slack's, within its limits: one a row, or one a column
 * where that makes fewer, wider columns, in which a cell has no more than reads well. When it does not fit, cells are shortened, then columns and
 * rows left out, and a line below says so.
 */
export function tablePieces(part: TablePart, sources: readonly Source[]): Piece[] {
  const columns = part.columns.slice(0, mostColumns);
  const rows = part.rows.slice(0, mostRows);
  const shownPart = { ...part, columns, rows };
  const whole = tableTexts(shownPart, sources, Number.POSITIVE_INFINITY);
  const isNarrow = Math.min(columns.length, rows.length) > mostWideColumns;
  let kept = isNarrow ? tableTexts(shownPart, sources, mostInNarrowCell) : whole;
  // One line of publications at least, under the names of the columns.
  while (kept.length > 2 && !fits(shortened(kept, fewestInCell))) {
    kept = kept.slice(0, Math.max(2, Math.floor(kept.length * 0.8)));
  }
  const most = cellLengths.find((length) => fits(shortened(kept, length)));
  const note = {
    ...context(markup`${isShortened}`, isShortened),
    staysWithPrevious: true as const,
  };
  if (most === undefined) return [context(markup`${isShortened}`, isShortened)];
  const cells = shortened(kept, most);
  const isWhole =
    columns.length === part.columns.length &&
    part.rows.length + 1 === cells.length &&
    whole.every((row, index) => row.join('\n') === cells[index]?.join('\n'));
  return [tablePiece(narrower(cells)), ...(isWhole ? [] : [note])];
}

/** The texts of a table, its head first. */
function tableTexts(
  { columns, rows }: TablePart,
  sources: readonly Source[],
  mostInCell: number,
): string[][] {
  return [
    [corner, ...columns.map((column) => nameText(column) || '–')],
    ...rows.map((row) => [
      nameText(nameOf(row, sources)),
      ...columns.map((_, index) => cellText(row.cells[index] ?? [], row, sources, mostInCell)),
    ]),
  ];
}

const nameText = (name: string): string => literalText(display(name, mostNameCharacters));

/** The table with no cell longer than that. */
function shortened(cells: readonly (readonly string[])[], most: number): string[][] {
  return cells.map((row) => row.map((text) => (text.length <= most ? text : shorten(text, most))));
}

function fits(cells: readonly (readonly string[])[]): boolean {
  return JSON.stringify(tablePiece(cells).block).length <= mostTableCharacters;
}

/** The table with rows and columns exchanged where it has more columns than rows. */
function narrower(cells: string[][]): string[][] {
  const [head = []] = cells;
  if (head.length <= cells.length) return cells;
  return head.map((_, index) => cells.map((row) => row[index] ?? ''));
}

function nameOf({ source: number }: TableRow, sources: readonly Source[]): string {
  const names = shortTitles(sources.map(({ publication }) => ({ title: titleOf(publication) })));
  const name = names[sources.findIndex((each) => each.number === number)];
  return name === undefined ? `[${number}]` : `[${number}] ${name}`;
}

/** The first statements of a cell, each whole and with its page; one at least. */
function cellText(
  claims: readonly Claim[],
  row: TableRow,
  sources: readonly Source[],
  mostInCell: number,
): string {
  const source = sources.find(({ number }) => number === row.source);
  const stated: string[] = [];
  let length = 0;
  for (const { text, quotes } of claims) {
    const place = source === undefined ? '' : placeIn(source.publication, quotes).shown;
    const begun = text.slice(0, cellLengths[0] + 1);
    const statement = literalText(place === '' ? begun : `${begun} (${place})`).trim();
    if (stated.length > 0 && length + statement.length > mostInCell) break;
    if (statement !== '') stated.push(statement);
    length += statement.length;
  }
  const [first] = stated;
  if (first === undefined) return notReported;
  return stated.length === 1 ? first : stated.map((text) => `• ${text}`).join('\n');
}

function tablePiece(cells: readonly (readonly string[])[]): Piece {
  const [head = [], ...rows] = cells;
  const spoken = rows.flatMap(([name = '', ...own]) => [
    `${name}.`,
    ...own.map((text, index) => `${head[index + 1] ?? ''}: ${text.replaceAll('\n', ' ')}`),
  ]);
  return {
    block: {
      type: 'table',
      column_settings: head.map(() => ({ is_wrapped: true })),
      rows: cells.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
    },
    text: readOut(spoken),
  };
}

/** Whole lines as far as a fallback text holds them. */
function readOut(lines: readonly string[]): string {
  const read: string[] = [];
  let length = 0;
  for (const line of lines.map((each) => escapeText(shorten(each, mostLineCharacters)))) {
    length += line.length + 1;
    if (length > mostSpokenCharacters) return [...read, '…'].join('\n');
    read.push(line);
  }
  return read.join('\n');
}
