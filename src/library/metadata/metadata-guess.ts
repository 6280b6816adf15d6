import { basename, dirname, extname } from 'node:path';
import type { Block, ReadDocument } from '../document.ts';
import type { PublicationKind } from '../publication.ts';
import { isCalendarDateLine, writtenDate } from '../readers/date-line.ts';

const headingsConsidered = 12;
const longestGuessedTitle = 200;
const longestDateLine = 160;

const kindWords: readonly { kind: PublicationKind; words: RegExp }[] = [
  { kind: 'case-study', words: /\bcase[\s_-]*stud(?:y|ies)\b/i },
  { kind: 'answer', words: /^(?:staff[\s_-]*)?answers?$/i },
  {
    kind: 'statement',
    words:
      /\b(?:(?:common|shared|our)[\s_-]+values|statements?|press[\s_-]+(?:notice|release|statement)|charter|memorandum of understanding)\b/i,
  },
  {
    kind: 'policy',
    words:
      /\b(?:polic(?:y|ies)|protocols?|guidance|guidelines?|(?:standard )?operating procedures?)\b/i,
  },
];

/**
 * The title a reader would give: the first heading of the first level, else the first heading near
 * the start, else the file's name in words.
 */
export function guessedTitle(document: ReadDocument, path: string): string {
  const start = document.blocks.slice(0, headingsConsidered);
  const headings = start.filter(
    (block) => block.kind === 'heading' && onFirstPages(block) && block.text.length >= 3,
  );
  const first = start.find((block) => !isCalendarDateLine(block.text));
  const found =
    headings.find((heading) => heading.level === 1) ??
    (first && isTitleLike(first) ? first : undefined) ??
    firstInPlace(headings, start);
  if (found && found.text.length <= longestGuessedTitle) return found.text;
  return nameInWords(path);
}

/** The first words of a document, when they are no sentence and no list. */
function isTitleLike({ kind, text }: Block): boolean {
  if (kind !== 'paragraph') return kind === 'heading';
  const words = text.split(' ').length;
  return words >= 3 && words <= 30 && /^[\p{Lu}\d“‘"]/u.test(text) && !/[.;,:!]["”’)]?$/.test(text);
}

/** A heading below other text is one of a section; without a first level it titles nothing. */
function firstInPlace(headings: Block[], start: Block[]): Block | undefined {
  const [first] = headings;
  if (!first) return undefined;
  const before = start.slice(0, start.indexOf(first));
  return before.every((block) => block.text.length < longestDateLine) ? first : undefined;
}

/** A date that stands on the first page by itself, or in a short line with a word such as published. */
export function guessedDate(document: ReadDocument, now: number): string | null {
  const today = new Date(now).toISOString().slice(0, 10);
  const lines = document.blocks.slice(0, 30).filter(onFirstPages);
  const dates = lines
    .filter(({ text }) => text.length <= longestDateLine)
    .filter(
      ({ text }) =>
        isCalendarDateLine(text) ||
        /\b(?:publish|issued|dated?\b|posted|version)/i.test(text) ||
        isHeadingDate(text),
    )
    .map(({ text }) => writtenDate(text)?.date)
    .filter((date) => date !== undefined && date <= today);
  return dates[0] ?? null;
}

/** `Leeds Hospitals Trust, March 2024`: the date ends a line of a few words. */
function isHeadingDate(text: string): boolean {
  const found = writtenDate(text);
  return found !== null && text.length < 60 && text.endsWith(found.matched);
}

/** From the folders, then the title, then the file's name; a paper when none of them says. */
export function guessedKind(path: string, title: string): PublicationKind {
  const folders = dirname(path).split(/[\\/]/).reverse();
  for (const words of [...folders, title, nameInWords(path)]) {
    const found = kindWords.find((candidate) => candidate.words.test(words.replaceAll('_', ' ')));
    if (found) return found.kind;
  }
  return 'paper';
}

/** `discharge-policy_2024.pdf` becomes `Discharge policy 2024`. */
function nameInWords(path: string): string {
  const name = basename(path, extname(path));
  const words = name.replace(/[_\s]+|(?<=\D)-|-(?=\D)/g, ' ').trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function onFirstPages(block: Block): boolean {
  return (block.pages[0]?.page ?? 1) <= 2;
}
