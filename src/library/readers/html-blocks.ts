import { type CheerioAPI, load } from 'cheerio';
import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { Block } from '../document.ts';
import { blockOf } from './block-text.ts';
import { isDataTable, tableBlocks } from './html-table.ts';

/** Elements whose content is never part of the text. */
export const silentElements = new Set(
  `script style noscript template iframe object embed svg canvas audio video picture img map head
   button select option input textarea datalist dialog annotation annotation-xml rp rt`.split(
    /\s+/,
  ),
);

const inlineElements = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span
   strike strong sub sup time tt u var wbr ruby rb math mrow mi mn mo ms mtext msub msup msubsup mfrac
   msqrt mroot mover munder mstyle semantics`.split(/\s+/),
);

/** Blocks of an HTML fragment. */
export function htmlFragmentBlocks(html: string): Block[] {
  const $ = load(html);
  return htmlBlocks($, $('body').toArray());
}

/**
 * Blocks of the given nodes and all below them, in document order. A heading's level is that of its
 * element; text without an element of its own becomes a paragraph.
 */
export function htmlBlocks($: CheerioAPI, nodes: readonly AnyNode[]): Block[] {
  const blocks: Block[] = [];
  let line = '';
  let lastLevel = 1;

  function flush(kind: Block['kind'], level?: number): void {
    const parts = level === undefined ? line.split(/\n[^\S\n]*\n/) : [line];
    for (const part of parts) blocks.push(...blockOf(kind, part, level));
    line = '';
  }

  function visit(node: AnyNode, kind: Block['kind']): void {
    if (isText(node)) line += node.data.replace(/\s+/g, ' ');
    else if (isTag(node) && !isSilent(node)) visitElement(node, kind);
  }

  function visitElement(element: Element, kind: Block['kind']): void {
    const { name } = element;
    if (name === 'br') line += '\n';
    else if (isNoteMark($, element)) return;
    else if (inlineElements.has(name)) visitChildren(element, kind);
    else if (/^h[1-6]$/.test(name)) {
      flush(kind);
      visitChildren(element, kind);
      lastLevel = Number(name[1]);
      flush('heading', lastLevel);
    } else if (kind === 'paragraph' && isBoldLine($, element)) {
      flush(kind);
      visitChildren(element, kind);
      flush('heading', Math.min(6, lastLevel + 1));
    } else if (name === 'table' && isDataTable($, element)) {
      flush(kind);
      blocks.push(...tableBlocks($, element));
    } else {
      const inner = kindWithin(element, kind);
      flush(kind);
      visitChildren(element, inner);
      flush(inner);
    }
  }

  function visitChildren(element: Element, kind: Block['kind']): void {
    for (const child of element.children) visit(child, kind);
  }

  for (const node of nodes) visit(node, 'paragraph');
  flush('paragraph');
  return blocks;
}

/** A short paragraph that is bold from end to end: how many people set headings. */
function isBoldLine($: CheerioAPI, element: Element): boolean {
  if (element.name !== 'p') return false;
  const text = $(element).text().replace(/\s+/g, ' ').trim();
  const words = text.split(' ').length;
  if (text === '' || words > 12 || /[.,;!…]$/.test(text) || !/\p{L}{2}/u.test(text)) return false;
  const bold = $(element)
    .find('strong, b')
    .not(':has(strong, b)')
    .text()
    .replace(/\s+/g, ' ')
    .trim();
  return bold === text;
}

function kindWithin(element: Element, kind: Block['kind']): Block['kind'] {
  if (element.name === 'li' || element.name === 'dd') {
    return isNote(element) ? 'footnote' : kind === 'footnote' ? kind : 'list-item';
  }
  if (['section', 'aside', 'div', 'ol'].includes(element.name)) {
    return isNote(element) ? 'footnote' : kind;
  }
  return kind;
}

function isNote(element: Element): boolean {
  const { id = '', role = '', class: classes = '' } = element.attribs;
  return (
    /^(?:cite_)?(?:footnote|endnote|fn|note)[-_:]?\d+$/i.test(id) ||
    /^doc-(?:footnote|endnotes?)$/.test(role) ||
    /(?:^|\s)(?:footnotes?|endnotes?)(?:\s|$)/i.test(classes)
  );
}

/** The mark of a note, and the way back from it: `¹`, `[2]`, `↑`. */
function isNoteMark($: CheerioAPI, element: Element): boolean {
  if (element.name === 'a') {
    const href = element.attribs.href ?? '';
    if (!href.startsWith('#')) return false;
    return /^\s*(?:[[(]?(?:\d{1,3}|[*†‡]|[a-z])[\])]?|[↑↩^⤴§¶#]\ufe0e?)\s*$/u.test(
      $(element).text(),
    );
  }
  return element.name === 'sup' && $(element).find('a[href^="#"]').length > 0;
}

function isSilent(element: Element): boolean {
  const { hidden, style = '' } = element.attribs;
  return (
    silentElements.has(element.name) ||
    hidden !== undefined ||
    element.attribs['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}
