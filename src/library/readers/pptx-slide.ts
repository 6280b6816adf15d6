import { type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';
import type { Block } from '../document.ts';
import { blockOf, tableRowOf } from './block-text.ts';
import { chartBlocks } from './pptx-chart.ts';
import { relationTargets } from './pptx-relations.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Placeholders that repeat on every slide. */
const runningPlaceholders = new Set(['dt', 'ftr', 'hdr', 'sldNum']);

/** Blocks of one slide, without pages; null when the file does not hold it. */
export async function slideBlocks(archive: ZipArchive, path: string): Promise<Block[] | null> {
  const xml = await archive.text(path);
  if (xml === null) return null;
  const targets = await relationTargets(archive, path);
  const $ = load(xml, { xml: true });
  const shapes = $('p\\:sld > p\\:cSld > p\\:spTree').children().toArray();
  const blocks: Block[] = [];
  for (const shape of titleFirst($, shapes)) {
    blocks.push(...(await shapeBlocks($, shape, archive, targets)));
  }
  const notes = [...targets.values()].find((target) => target.type === 'notesSlide');
  return [...blocks, ...(notes ? await notesBlocks(archive, notes.path) : [])];
}

async function shapeBlocks(
  $: CheerioAPI,
  shape: Element,
  archive: ZipArchive,
  targets: Map<string, { path: string; type: string }>,
): Promise<Block[]> {
  if ($(shape).find('> * > p\\:cNvPr[hidden="1"]').length > 0) return [];
  if (shape.name === 'p:grpSp') {
    const blocks: Block[] = [];
    for (const child of $(shape).children().toArray()) {
      blocks.push(...(await shapeBlocks($, child, archive, targets)));
    }
    return blocks;
  }
  if (shape.name === 'p:graphicFrame') {
    const rows = $(shape).find('a\\:tbl > a\\:tr').toArray();
    if (rows.length > 0) return rows.flatMap((row) => tableRowOf(cellsOf($, row)));
    const chart = targets.get($(shape).find('c\\:chart').attr('r:id') ?? '');
    const xml = chart ? await archive.text(chart.path) : null;
    return xml === null ? [] : chartBlocks(xml);
  }
  if (shape.name !== 'p:sp') return [];
  const placeholder = placeholderOf($, shape);
  if (placeholder !== undefined && runningPlaceholders.has(placeholder)) return [];
  const paragraphs = $(shape).find('> p\\:txBody > a\\:p').toArray();
  if (isTitle(placeholder)) {
    const title = paragraphs.map((paragraph) => paragraphText($, paragraph)).join(' ');
    return blockOf('heading', title, placeholder === 'ctrTitle' ? 1 : 2);
  }
  const kind = placeholder === 'body' || placeholder === '' ? 'list-item' : 'paragraph';
  return paragraphs.flatMap((paragraph) => blockOf(kind, paragraphText($, paragraph)));
}

async function notesBlocks(archive: ZipArchive, path: string): Promise<Block[]> {
  const xml = await archive.text(path);
  if (xml === null) return [];
  const $ = load(xml, { xml: true });
  return $('p\\:sp')
    .toArray()
    .filter((shape) => placeholderOf($, shape) === 'body')
    .flatMap((shape) => $(shape).find('> p\\:txBody > a\\:p').toArray())
    .flatMap((paragraph) => blockOf('paragraph', paragraphText($, paragraph)));
}

/** The title opens the slide wherever its shape stands in the file. */
function titleFirst($: CheerioAPI, shapes: Element[]): Element[] {
  const titles = shapes.filter((shape) => isTitle(placeholderOf($, shape)));
  return [...titles, ...shapes.filter((shape) => !titles.includes(shape))];
}

function isTitle(placeholder: string | undefined): boolean {
  return placeholder === 'title' || placeholder === 'ctrTitle';
}

/** The placeholder's type, `''` for one without a type (content), undefined for a plain shape. */
function placeholderOf($: CheerioAPI, shape: Element): string | undefined {
  const placeholder = $(shape).find('> p\\:nvSpPr > p\\:nvPr > p\\:ph').get(0);
  return placeholder && (placeholder.attribs.type ?? '');
}

function cellsOf($: CheerioAPI, row: Element): string[] {
  return $(row)
    .children('a\\:tc')
    .toArray()
    .map((cell) =>
      $(cell)
        .find('a\\:p')
        .toArray()
        .map((paragraph) => paragraphText($, paragraph))
        .join(' '),
    );
}

function paragraphText($: CheerioAPI, paragraph: Element): string {
  return $(paragraph)
    .find('a\\:t, a\\:br, m\\:t')
    .toArray()
    .map((run) => (run.name === 'a:br' ? ' ' : $(run).text()))
    .join('');
}
