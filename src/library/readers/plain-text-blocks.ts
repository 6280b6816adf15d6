import type { Block } from '../document.ts';
import { blockOf, tableRowOf } from './block-text.ts';
import { isCalendarDateLine } from './date-line.ts';

const bullet = /^\s*(?:[•‣▪●◦·∙*+–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/u;
const sectionNumber = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=\p{Lu})/u;
const underline = /^\s*(=|-|~|\*)\1{2,}\s*$/;
const longestHeadingWords = 12;
const longestTitleWords = 25;
/** Characters; text with longer lines has a paragraph a line. */
const widestWrap = 110;

/**
 * Structure of plain text. Conservative: a line is a heading only when it stands first in its
 * paragraph, is short, begins like a title, does not end like a sentence, and text follows it.
 */
export function plainTextBlocks(text: string): Block[] {
  const groups = text
    .replace(/\r\n?|\u2028/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+|\f|\u2029/)
    .map((group) => group.split('\n').filter((line) => line.trim() !== ''))
    .filter((group) => group.length > 0);
  const broken = groups.flatMap((group) => group.slice(0, -1)).map((line) => line.trimEnd().length);
  const wrapped = broken.filter((length) => length <= widestWrap).length >= broken.length * 0.9;
  const width = Math.max(0, ...broken.filter((length) => length <= widestWrap));
  let titleFound = false;

  return groups.flatMap((group, index) => {
    const hasNext = index < groups.length - 1;
    const next = groups[index + 1]?.[0] ?? '';
    if (!titleFound && index < 3 && isTitle(group, next)) {
      titleFound = true;
      const [title, ...rest] = splitUnderline(group);
      return [...blockOf('heading', title ?? '', 1), ...groupBlocks(rest, wrapped, false)];
    }
    if (!isCalendarDateLine(group.join(' '))) titleFound = true;
    return groupBlocks(group, wrapped, hasNext && !endsLikeList(next), width);
  });
}

function groupBlocks(lines: string[], wrapped: boolean, textFollows: boolean, width = 0): Block[] {
  const [first, second] = lines;
  if (first === undefined) return [];
  if (second !== undefined && underline.test(second)) {
    const level = second.trim().startsWith('=') ? 1 : 2;
    return [...blockOf('heading', first, level), ...groupBlocks(lines.slice(2), wrapped, false)];
  }
  if (isTable(lines)) return lines.flatMap((line) => tableRowOf(cellsOf(line)));
  const headed = second === undefined ? textFollows : isAbove(first, second, wrapped, width);
  if (headed && isHeading(first)) {
    const number = sectionNumber.exec(first.trim())?.[1];
    const level = number ? Math.min(6, number.split('.').length + 1) : 2;
    return [...blockOf('heading', first, level), ...groupBlocks(lines.slice(1), wrapped, false)];
  }
  return paragraphs(lines, wrapped);
}

/** Lines of one group: each bullet starts an item, and unwrapped text has a paragraph a line. */
function paragraphs(lines: string[], wrapped: boolean): Block[] {
  const blocks: { kind: Block['kind']; lines: string[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (bullet.test(line)) blocks.push({ kind: 'list-item', lines: [line.replace(bullet, '')] });
    else if (last && wrapped) last.lines.push(line);
    else blocks.push({ kind: 'paragraph', lines: [line] });
  }
  return blocks.flatMap((block) => blockOf(block.kind, block.lines.join(' ')));
}

function isTitle(group: string[], next: string): boolean {
  const [title, ...rest] = splitUnderline(group);
  if (title === undefined || rest.length > 0 || next === '') return false;
  return isTitleLike(title, longestTitleWords) && !isCalendarDateLine(title);
}

function splitUnderline(lines: string[]): string[] {
  return lines.filter((line, index) => index !== 1 || !underline.test(line));
}

function isHeading(line: string): boolean {
  return isTitleLike(line, longestHeadingWords) && !isCalendarDateLine(line);
}

function isTitleLike(line: string, mostWords: number): boolean {
  const text = line.trim();
  if (bullet.test(line) && !sectionNumber.test(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > mostWords || text.length > mostWords * 9) return false;
  if (!/^[\p{Lu}\d"“‘(]/u.test(text) && !/^\p{Lo}/u.test(text)) return false;
  if (/[.,;:!…]["”’)]?$/.test(text) || /[@]|https?:|^\+?[\d\s()-]+$/.test(text)) return false;
  return /\p{L}{2}/u.test(text);
}

/** In one group: a heading ends well before the margin, and what follows is a full line. */
function isAbove(first: string, second: string, wrapped: boolean, width: number): boolean {
  if (bullet.test(second)) return false;
  if (!/^\s*[\p{Lu}\p{Lo}"“‘]/u.test(second)) return false;
  const longer = second.trim().length > first.trim().length * 1.5;
  const isFullLine = !wrapped || second.trim().length > widestWrap;
  return longer && (isFullLine || first.trim().length < width * 0.6);
}

function isTable(lines: string[]): boolean {
  return lines.length > 1 && lines.every((line) => cellsOf(line).length > 1);
}

function cellsOf(line: string): string[] {
  const piped = line.trim().replace(/^\||\|$/g, '');
  return line.includes('\t') ? line.trim().split(/\t+/) : piped.split(/\s\|\s/);
}

function endsLikeList(line: string): boolean {
  return line.trim() === '';
}
