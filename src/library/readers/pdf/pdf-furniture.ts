import type { Line, PdfPage } from './pdf-text.ts';

const marginShare = 0.14;
const linesConsidered = 4;
const pagesAround = 8;
const placeTolerance = 4;

interface Candidate {
  line: Line;
  words: string;
  numbers: number[];
}

/**
 * Running headers, footers and page numbers: lines near the top or bottom that stand at the same
 * height of other pages nearby (of the next one, or the one after, as on left and right pages) with
 * the same words, or with numbers that count with the pages.
 *
 * @returns The lines to leave out.
 */
export function furnitureLines(pages: readonly PdfPage[], lines: readonly Line[][]): Set<Line> {
  const candidates = pages.map((page, index) => candidatesOf(page, lines[index] ?? []));
  const fewest = pages.length <= 3 ? 1 : 2;
  const furniture = new Set<Line>();
  for (const [index, own] of candidates.entries()) {
    for (const candidate of own) {
      const around = candidates
        .slice(Math.max(0, index - pagesAround), index + pagesAround + 1)
        .filter((others) => others !== own)
        .filter((others) => others.some((other) => isSameFurniture(candidate, other)));
      if (around.length >= fewest) furniture.add(candidate.line);
      else if (isLonePageNumber(candidate, lines[index] ?? [], pages[index]))
        furniture.add(candidate.line);
    }
  }
  addSameSlots(pages, candidates, furniture);
  return furniture;
}

/**
 * A running header of a section of one page repeats nowhere, but stands where the others do: the
 * outermost line, at the same height and of the same size as on other pages.
 */
function addSameSlots(
  pages: readonly PdfPage[],
  candidates: readonly (readonly Candidate[])[],
  furniture: Set<Line>,
): void {
  const slotOf = (line: Line) => `${Math.round(line.y / 2)} ${Math.round(line.size * 2)}`;
  const taken = new Map<string, number>();
  for (const line of furniture) taken.set(slotOf(line), (taken.get(slotOf(line)) ?? 0) + 1);
  const fewest = Math.max(3, pages.length * 0.05);
  for (const own of candidates) {
    const rest = own.map(({ line }) => line).sort((one, other) => one.y - other.y);
    for (const line of [rest[0], rest.at(-1)]) {
      if (line && line.text.length < 120 && (taken.get(slotOf(line)) ?? 0) >= fewest)
        furniture.add(line);
    }
  }
}

function candidatesOf(page: PdfPage, lines: readonly Line[]): Candidate[] {
  const byHeight = [...lines].sort((one, other) => one.y - other.y);
  const top = byHeight
    .slice(0, linesConsidered)
    .filter(({ y }, index) => index === 0 || y < page.height * marginShare);
  const bottom = byHeight
    .slice(-linesConsidered)
    .filter((line) => line === byHeight.at(-1) || line.y > page.height * (1 - marginShare));
  return [...new Set([...top, ...bottom])].map((line) => {
    const text = line.text.toLowerCase().replace(/\s+/g, ' ');
    return {
      line,
      words: text.replace(/\d+/g, '#').replace(/^[ivxlc]+$/, '#'),
      numbers: numbersOf(text),
    };
  });
}

function numbersOf(text: string): number[] {
  if (/^[ivxlc]+$/.test(text)) return [romanNumber(text)];
  return (text.match(/\d+/g) ?? []).map(Number);
}

function isSameFurniture(one: Candidate, other: Candidate): boolean {
  if (one.words !== other.words) return false;
  if (Math.abs(one.line.y - other.line.y) > placeTolerance) return false;
  const apart = other.line.page - one.line.page;
  return one.numbers.every((number, index) => {
    const difference = (other.numbers[index] ?? 0) - number;
    return difference === 0 || difference === apart;
  });
}

/** The page's own number, by itself at the very end or start of the page, apart from the text. */
function isLonePageNumber(
  candidate: Candidate,
  own: readonly Line[],
  page: PdfPage | undefined,
): boolean {
  if (!page || !/^(?:page )?#(?: of #)?$/.test(candidate.words)) return false;
  if (Math.abs((candidate.numbers[0] ?? -100) - page.number) > 30) return false;
  const { y, size } = candidate.line;
  const others = own.filter((line) => line !== candidate.line).map((line) => line.y);
  const nearest = Math.min(...others.map((other) => Math.abs(other - y)));
  const outermost = others.every((other) => other < y) || others.every((other) => other > y);
  return outermost && (nearest > size * 1.8 || y < page.height * 0.08 || y > page.height * 0.92);
}

function romanNumber(text: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...text].map((letter) => values[letter] ?? 0);
  return digits.reduce(
    (sum, value, index) => sum + (value < (digits[index + 1] ?? 0) ? -value : value),
    0,
  );
}
