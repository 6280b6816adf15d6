import type { PdfPage, Segment, TextItem } from './pdf-text.ts';

/** In em: from this gap on, two pieces of text on one baseline belong to different cells or columns. */
const widestWordSpace = 1.05;
const narrowestWordSpace = 0.18;
/** In em: where a column of a table might begin. */
const wideWordSpace = 0.45;
const raisedSize = 0.84;
const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '−': '⁻',
  '+': '⁺',
};

interface OpenSegment extends Segment {
  characters: Map<number, number>;
  boldLetters: number;
  letters: number;
  rtlLetters: number;
}

/**
 * Joins the items of a page into segments, in the order in which the page draws them. Raised figures
 * are marks of footnotes and dropped, except where they are exponents.
 */
export function pageSegments(page: PdfPage): Segment[] {
  const segments: Segment[] = [];
  let open: OpenSegment | null = null;
  let previous: TextItem | null = null;
  const close = () => {
    if (open && (open.text.trim() !== '' || open.mark !== '')) segments.push(closed(open));
    open = null;
  };
  for (const item of page.items) {
    if (item.text.trim() === '' || isOverprint(item, previous)) {
      if (open && item.text.trim() === '' && item.text !== '') noteSpace(open, item);
      if (item.endsLine) previous = item;
      continue;
    }
    if (open && !continues(open, item)) close();
    if (open) append(open, item);
    else open = begin(item);
    previous = item;
  }
  close();
  return segments;
}

function begin(item: TextItem): OpenSegment {
  const segment: OpenSegment = {
    text: '',
    x0: item.x,
    x1: item.x,
    y: item.y,
    size: item.size,
    bold: false,
    rightToLeft: item.rightToLeft,
    mark: '',
    gaps: [],
    characters: new Map(),
    boldLetters: 0,
    letters: 0,
    rtlLetters: 0,
  };
  add(segment, item, '');
  return segment;
}

function continues(segment: OpenSegment, item: TextItem): boolean {
  const size = Math.max(segment.size, item.size);
  const drop = Math.abs(item.y - segment.y);
  const otherSize = Math.min(segment.size, item.size) < size * raisedSize;
  if (drop > size * (otherSize ? 0.6 : 0.25)) return false;
  const gap = gapOf(segment, item);
  return gap > -size * 0.6 && gap < size * widestWordSpace;
}

/** Points between a segment's end and an item, along the direction of reading. */
function gapOf(segment: OpenSegment, item: TextItem): number {
  const after = item.x - segment.x1;
  if (!item.rightToLeft && !segment.rightToLeft) return after;
  const before = segment.x0 - (item.x + item.width);
  return Math.abs(before) < Math.abs(after) ? before : after;
}

function append(segment: OpenSegment, item: TextItem): void {
  const small = item.size < segment.size * raisedSize;
  const rise = segment.y - item.y;
  if (small && rise > segment.size * 0.12) {
    appendRaised(segment, item);
    return;
  }
  const openedByMark =
    item.size * raisedSize > segment.size && segment.y < item.y - item.size * 0.12;
  if (openedByMark && isMark(segment.text)) {
    segment.mark = segment.text.trim();
    segment.text = '';
    segment.characters.clear();
    segment.gaps = [];
    segment.letters = 0;
    segment.boldLetters = 0;
    segment.y = item.y;
    segment.size = item.size;
  }
  const gap = gapOf(segment, item);
  const before = segment.x1;
  const spaced = gap > Math.min(segment.size, item.size) * narrowestWordSpace;
  const open = segment.text !== '' && !/\s$/.test(segment.text);
  add(segment, item, spaced && open ? ' ' : '');
  if (gap < segment.size * wideWordSpace || segment.text === item.text) return;
  const offset = segment.text.length - item.text.length;
  segment.gaps.push({ offset, x1: before, x0: item.x });
}

/** `10⁶` and `km²` keep their figures; `services.²³` loses its mark. */
function appendRaised(segment: OpenSegment, item: TextItem): void {
  segment.x1 = Math.max(segment.x1, item.x + item.width);
  const text = item.text.trim();
  const exponent =
    (/(?:^|[^\p{L}\d.,])10$|[×x]\s?10$/u.test(segment.text) && /^[-−+]?\d{1,2}$/.test(text)) ||
    (/(?:^|[\s\d/(])(?:[kcmd]?m|kg\/m|ft|mi)$/.test(segment.text) && /^[-−]?[23]$/.test(text));
  if (exponent) segment.text += [...text].map((figure) => superscripts[figure] ?? figure).join('');
  else if (!isMark(text)) segment.text += item.text;
}

function isMark(text: string): boolean {
  return /^[\s[(]*(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[*†‡§¶#]{1,3}|[a-z]|[ivx]{1,4})[\])\s,]*$/.test(
    text,
  );
}

function add(segment: OpenSegment, item: TextItem, space: string): void {
  const letters = item.text.match(/[\p{L}\d]/gu)?.length ?? 0;
  // PDF.js gives right-to-left text in the order of reading, so that appending is right for it too.
  segment.text += space + item.text;
  segment.x0 = Math.min(segment.x0, item.x);
  segment.x1 = Math.max(segment.x1, item.x + item.width);
  segment.letters += letters;
  segment.boldLetters += item.bold ? letters : 0;
  segment.rtlLetters +=
    item.text.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu)
      ?.length ?? 0;
  const size = Math.round(item.size * 10) / 10;
  segment.characters.set(size, (segment.characters.get(size) ?? 0) + item.text.length);
  const [common] = [...segment.characters].sort(([, one], [, other]) => other - one);
  if (common) segment.size = common[0];
}

function noteSpace(segment: OpenSegment, item: TextItem): void {
  const near = Math.abs(item.y - segment.y) < segment.size * 0.5;
  const gap = item.x - segment.x1;
  const fits =
    near &&
    gap > -segment.size &&
    gap < segment.size &&
    item.width < segment.size * widestWordSpace;
  if (!fits || /\s$/.test(segment.text) || segment.text === '') return;
  segment.text += ' ';
}

/** Bold made by printing the same letters twice, a hair apart. */
function isOverprint(item: TextItem, previous: TextItem | null): boolean {
  return (
    previous !== null &&
    item.text === previous.text &&
    item.text.length > 1 &&
    Math.abs(item.x - previous.x) < item.size * 0.1 &&
    Math.abs(item.y - previous.y) < item.size * 0.1
  );
}

function closed(segment: OpenSegment): Segment {
  const { characters: _, boldLetters, letters, rtlLetters, ...rest } = segment;
  return {
    ...rest,
    text: segment.text.trim(),
    bold: letters > 0 && boldLetters >= letters * 0.95,
    rightToLeft: rtlLetters * 2 > letters,
  };
}
