import { markerOf } from './pdf-markers.ts';
import type { Measures } from './pdf-measures.ts';
import type { Line } from './pdf-text.ts';

const smallShare = 0.94;
const markedStart = /^(?:\d{1,3}|[*†‡§])[.)]?\s+\S/;

/** A page's text with the notes at its foot taken out of it. */
export interface PageWithNotes {
  body: Line[];
  /** Lines of each note, in their order. */
  notes: Line[][];
}

/**
 * Takes apart body and footnotes: the small lines at the foot of a page (of a column), from the first
 * one that begins with a number or mark.
 */
export function separateNotes(lines: readonly Line[], measures: Measures): PageWithNotes {
  const isSmall = (line: Line) => line.size < measures.bodySize * smallShare;
  const byHeight = [...lines].sort((one, other) => one.y - other.y);
  const lastOfBody = byHeight.findLastIndex((line) => !isSmall(line) || isRow(line));
  const foot = new Set(byHeight.slice(lastOfBody + 1));
  const footLines = lines.filter((line) => foot.has(line));
  const first = footLines.findIndex(isNoteStart);
  if (first < 0 || lastOfBody < 0) return { body: [...lines], notes: [] };

  const notes: Line[][] = [];
  for (const line of footLines.slice(first)) {
    const open = notes.at(-1);
    if (open && !startsNext(line, open)) open.push(line);
    else notes.push([line]);
  }
  const taken = new Set(notes.flat());
  return { body: lines.filter((line) => !taken.has(line)), notes };
}

/** Tables are often set small, and stand above the notes. */
function isRow(line: Line): boolean {
  return line.segments.length > 1 && markerOf(line) === null;
}

/** A note's text with its number in front, however the number was set. */
export function noteText(line: Line, index: number): string {
  const mark = line.segments[0]?.mark ?? '';
  return index === 0 && mark !== '' ? `${mark} ${line.text}` : line.text;
}

function isNoteStart(line: Line): boolean {
  return (line.segments[0]?.mark ?? '') !== '' || markedStart.test(line.text);
}

/** In running notes a line that happens to begin with a figure starts no note. */
function startsNext(line: Line, open: readonly Line[]): boolean {
  if (!isNoteStart(line)) return false;
  const [first] = open;
  const before = first && numberOf(first);
  const own = numberOf(line);
  return own === undefined || before === undefined || own === before + 1;
}

function numberOf(line: Line): number | undefined {
  const mark = line.segments[0]?.mark || line.text;
  const match = /^\d{1,3}/.exec(mark);
  return match ? Number(match[0]) : undefined;
}
