import type { Claim, Source } from '../../answering/index.ts';
import type { TablePart, TableRow } from '../../summaries/index.ts';
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
const cellLengths = [1_200, 600, 400, 300, 220, 160, 120, 80, 50, 30] as const;
const mostNameCharacters = 150;

/** Above the names of publications, and beside what is told of them. */
const corner = 'Publication';
const notReported = 'Not reported';
const shortened =
  'The table is shortened here to what Slack can show. The files under “Take it away” have all of it.';

/**
 * Publications side by side as a table of Slack's, within its limits: one a row, or one a column
 * where that makes fewer, wider columns. When it does not fit, cells are shortened, then columns and
 * rows left out, and a line below says so.
 */
export function tablePieces(part: TablePart, sources: readonly Source[]): Piece[] {
  const columns = part.columns.slice(0, mostColumns);
  for (let rows = part.rows.slice(0, mostRows); rows.length > 0; rows = rows.slice(0, -1)) {
    for (const most of cellLengths) {
      const cells = tableCells(columns, rows, sources, most);
      const table = tablePiece(narrower(cells), part.heading !== null);
      if (JSON.stringify(table.block).length > mostTableCharacters) continue;
      const isWhole =
        columns.length === part.columns.length &&
        rows.length === part.rows.length &&
        rows.every((row) => row.cells.every((cell) => fullText(cell, row, sources).length <= most));
      const note = {
        ...context(markup`${shortened}`, shortened),
        staysWithPrevious: true as const,
      };
      return [table, ...(isWhole ? [] : [note])];
    }
  }
  return [context(markup`${shortened}`, shortened)];
}

/** The texts of a table, its head first. */
function tableCells(
  columns: readonly string[],
  rows: readonly TableRow[],
  sources: readonly Source[],
  most: number,
): string[][] {
  const name = Math.min(most, mostNameCharacters);
  return [
    [corner, ...columns.map((column) => display(column, name) || '–')],
    ...rows.map((row) => [
      display(nameOf(row, sources), name),
      ...columns.map((_, index) => cellText(row.cells[index] ?? [], row, sources, most)),
    ]),
  ];
}

/** The table with rows and columns exchanged where it has more columns than rows. */
function narrower(cells: string[][]): string[][] {
  const [head = []] = cells;
  if (head.length <= cells.length) return cells;
  return head.map((_, index) => cells.map((row) => row[index] ?? ''));
}

function nameOf({ source: number }: TableRow, sources: readonly Source[]): string {
  const source = sources.find((each) => each.number === number);
  return source === undefined ? `[${number}]` : `[${number}] ${titleOf(source.publication)}`;
}

function cellText(
  claims: readonly Claim[],
  row: TableRow,
  sources: readonly Source[],
  most: number,
): string {
  const whole = fullText(claims, row, sources);
  return whole.length <= most ? whole : shorten(whole, most);
}

/** All statements of a cell, each with its page. */
function fullText(claims: readonly Claim[], row: TableRow, sources: readonly Source[]): string {
  const source = sources.find(({ number }) => number === row.source);
  const stated = claims.map(({ text, quotes }) => {
    const place = source === undefined ? '' : placeIn(source.publication, quotes).shown;
    return literalText(place === '' ? text : `${text} (${place})`).trim();
  });
  const [first, ...others] = stated.filter((text) => text !== '');
  if (first === undefined) return notReported;
  return others.length === 0 ? first : [first, ...others].map((text) => `• ${text}`).join('\n');
}

function tablePiece(cells: readonly (readonly string[])[], hasHeading: boolean): Piece {
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
    text: escapeText(spoken.join('\n')),
    ...(hasHeading ? { staysWithPrevious: true as const } : {}),
  };
}
