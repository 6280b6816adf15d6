import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import type { Block } from '../document.ts';
import { blockOf, tableRowOf } from './block-text.ts';

const widestSpan = 50;

/** Tables that only arrange a page hold other tables, headings or a single column. */
export function isDataTable($: CheerioAPI, table: Element): boolean {
  if ($(table).find('table').length > 0) return false;
  const rows = $(table).find('tr').toArray();
  const widest = Math.max(0, ...rows.map((row) => $(row).children('td, th').length));
  if (widest < 2) return false;
  const long = $(table)
    .find('td')
    .toArray()
    .filter((cell) => $(cell).find('p, h1, h2, h3, ul').length > 4);
  return long.length === 0;
}

/**
 * Rows of a table in their order, header first, its caption before them. A cell that spans rows
 * stands in each of them, so that every row can be understood alone; one that spans columns stands once.
 */
export function tableBlocks($: CheerioAPI, table: Element): Block[] {
  const carried = new Map<number, { text: string; rows: number }>();
  const caption = $(table).children('caption').first().text();
  const rows = $(table).find('tr').toArray();
  return [
    ...blockOf('paragraph', caption),
    ...rows.flatMap((row) => tableRowOf(cellsOf($, row, carried))),
  ];
}

function cellsOf(
  $: CheerioAPI,
  row: Element,
  carried: Map<number, { text: string; rows: number }>,
): string[] {
  const cells: string[] = [];
  const fillFromAbove = () => {
    for (let above = carried.get(cells.length); above; above = carried.get(cells.length)) {
      const column = cells.length;
      if (above.rows <= 1) carried.delete(column);
      else carried.set(column, { ...above, rows: above.rows - 1 });
      cells.push(above.text);
    }
  };
  fillFromAbove();
  for (const cell of $(row).children('td, th').toArray()) {
    const text = cellText($, cell);
    const rowSpan = spanOf(cell.attribs.rowspan);
    if (rowSpan > 1) carried.set(cells.length, { text, rows: rowSpan - 1 });
    cells.push(text, ...new Array<string>(spanOf(cell.attribs.colspan) - 1).fill(''));
    fillFromAbove();
  }
  return cells;
}

function cellText($: CheerioAPI, cell: Element): string {
  const copy = $(cell).clone();
  copy.find('script, style, sup:has(a[href^="#"])').remove();
  copy.find('br, p, div, li').each((_, part) => {
    $(part).before(' ').after(' ');
  });
  return copy.text();
}

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? '1', 10);
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), widestSpan) : 1;
}
