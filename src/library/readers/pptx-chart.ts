import { type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';
import type { Block } from '../document.ts';
import { blockOf, tableRowOf } from './block-text.ts';

const mostCategories = 200;

/** A chart as text: its title, then a table with a row a category and a column a series. */
export function chartBlocks(xml: string): Block[] {
  const $ = load(xml, { xml: true });
  const title = $('c\\:chart > c\\:title a\\:t')
    .toArray()
    .map((run) => $(run).text())
    .join('');
  const series = $('c\\:ser').toArray();
  const names = series.map((one) => $(one).find('> c\\:tx c\\:v').first().text());
  const columns = series.map((one) => points($, one, 'c\\:val, c\\:yVal'));
  const labels = series[0] ? points($, series[0], 'c\\:cat, c\\:xVal') : new Map<number, string>();
  const rows = [...new Set([...labels.keys(), ...columns.flatMap((column) => [...column.keys()])])]
    .sort((one, other) => one - other)
    .slice(0, mostCategories)
    .map((row) => [labels.get(row) ?? '', ...columns.map((column) => column.get(row) ?? '')]);
  return [...blockOf('paragraph', title), ...[['', ...names], ...rows].flatMap(tableRowOf)];
}

function points($: CheerioAPI, series: Element, part: string): Map<number, string> {
  return new Map(
    $(series)
      .children(part)
      .find('c\\:pt')
      .toArray()
      .map((point) => [Number(point.attribs.idx), $(point).find('c\\:v').first().text()]),
  );
}
