import type { HeadingStart } from '../../library/index.ts';
import type { CharacterRange } from '../answer.ts';

/** A line of a passage: a heading, a paragraph, a list item or a table row. */
export interface Line extends CharacterRange {
  kind: 'heading' | 'paragraph' | 'list-item' | 'table-row';
  text: string;
}

const cellBar = ' | ';
/** A numbered paragraph that its layout makes look like a row of two cells, or its first cell empty. */
const numberedParagraph = /^(?:[A-Z]?\d{1,2}(?:\.\d{1,3})+\.? )?\|\s+(?=[^|]{80,}$)/;
const itemMark =
  /^(?:[\u2022\u2023\u25aa\u25cf\u25e6*\u2013-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s/;

/**
 * Cuts a text into its lines. Single line ends join the items of one list and the rows of one
 * table, a blank line stands between everything else.
 *
 * @param offset of the text within its publication; ranges are relative to the publication.
 * @param headings of the publication.
 * @param headingTexts taken for headings wherever they stand alone in a line.
 */
export function readLines(
  text: string,
  offset: number,
  headings: readonly HeadingStart[],
  headingTexts: ReadonlySet<string>,
): Line[] {
  const headingOffsets = new Set(headings.map((heading) => heading.offset));
  const lines: (Line & { isTight: boolean })[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const whole = match[0].trim();
    if (whole === '') continue;
    const number = numberedParagraph.exec(whole)?.[0] ?? '';
    const content = whole.slice(number.length);
    const start = offset + match.index + match[0].indexOf(whole) + number.length;
    const before = lines.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end - offset, start - offset);
    const isTight = number === '' && before !== undefined && gap.split('\n').length === 2;
    const isHeading = headingOffsets.has(start) || headingTexts.has(content);
    const kind = isHeading
      ? 'heading'
      : number !== ''
        ? 'paragraph'
        : content.includes(cellBar)
          ? 'table-row'
          : itemMark.test(content) || (isTight && before.kind !== 'heading')
            ? 'list-item'
            : 'paragraph';
    if (isTight && kind === 'list-item' && before.kind === 'paragraph') before.kind = 'list-item';
    if (kind === 'paragraph' && before?.kind === 'paragraph' && goesOn(before.text, content)) {
      before.end = start + content.length;
      before.text = text.slice(before.start - offset, before.end - offset);
      continue;
    }
    lines.push({ kind, start, end: start + content.length, text: content, isTight });
  }
  return lines;
}

/** Whether a page or column break stands in the middle of a sentence. */
function goesOn(before: string, next: string): boolean {
  return /[\p{L},]$/u.test(before) && before.includes(' ') && /^\p{Ll}{2,}\s/u.test(next);
}
