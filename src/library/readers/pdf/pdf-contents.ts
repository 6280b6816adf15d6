import type { Line } from './pdf-text.ts';

const leaders = /(?:\.\s?){4,}|…{2,}|_{4,}|(?:·\s?){4,}/;
const fewestEntries = 3;

/**
 * Lines of a table of contents: entries with dot leaders or with a page number of their own at the
 * right, whose numbers only rise, under a heading that says contents or on the page after such. They
 * repeat the headings without their text and would be found instead of them.
 *
 * @returns The lines to leave out, over all pages.
 */
export function contentsLines(pages: readonly (readonly Line[])[]): Set<Line> {
  const found = new Set<Line>();
  let continued = false;
  for (const lines of pages) {
    const heading = lines.findIndex(({ text }) => isContentsHeading(text));
    const from = heading >= 0 ? heading : 0;
    const entries = lines.flatMap((line, index) =>
      index >= from && isEntry(line) ? [{ line, index }] : [],
    );
    const led = entries.filter(({ line }) => leaders.test(line.text)).length;
    const named: boolean = heading >= 0 || continued;
    const mostly = entries.length >= (lines.length - from) * 0.4;
    const rising = risingShare(entries.map(({ line }) => pageNumberOf(line) ?? 0)) > 0.85;
    const isContents: boolean =
      entries.length >= fewestEntries && rising && (led >= fewestEntries || (named && mostly));
    continued = isContents || (heading >= 0 && lines.length - heading < 4);
    if (!isContents) continue;
    const first = named ? from : (entries[0]?.index ?? 0);
    const last = entries.at(-1)?.index ?? -1;
    for (const line of lines.slice(first, last + 1)) found.add(line);
  }
  return found;
}

function isContentsHeading(text: string): boolean {
  return /^(?:table of )?contents(?: page)?:?$/i.test(text.trim());
}

function isEntry(line: Line): boolean {
  if (leaders.test(line.text)) return true;
  return (
    line.segments.length > 1 && pageNumberOf(line) !== undefined && /\p{L}{2}/u.test(line.text)
  );
}

function pageNumberOf(line: Line): number | undefined {
  const last = line.segments.at(-1)?.text ?? '';
  const match = /(?:^|[\s.…_·])(\d{1,3})$/.exec(last);
  return match ? Number(match[1]) : undefined;
}

function risingShare(numbers: readonly number[]): number {
  const known = numbers.filter((number) => number > 0);
  const falls = known.filter((number, index) => number < (known[index - 1] ?? 0)).length;
  return known.length === 0 ? 1 : 1 - falls / known.length;
}
