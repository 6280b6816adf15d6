import { ReadFailure } from '../read-failure.ts';
import type { PdfDocument, PdfJsPage } from './pdf-document.ts';
import { createFontWeights } from './pdf-font-weights.ts';
import type { PdfPage, TextItem } from './pdf-text.ts';

type PdfJsTextItem = Extract<
  Awaited<ReturnType<PdfJsPage['getTextContent']>>['items'][number],
  { str: string }
>;

const mostPages = 20_000;
const mostFailuresInARow = 50;

export interface PdfPages {
  pages: PdfPage[];
  /** Pages that could not be read. */
  failed: number[];
}

/**
 * The text items of all pages, upright: pages turned or set sideways are turned back, and text at
 * another angle than most (watermarks, axis labels, stamps in the margin) is left out.
 *
 * @throws {ReadFailure} When no page can be read.
 */
export async function readPdfPages(document: PdfDocument): Promise<PdfPages> {
  if (document.numPages > mostPages) {
    throw new ReadFailure(
      'file-malformed',
      `claims to have ${document.numPages} pages`,
      `At most ${mostPages} are read; save it again, or split it.`,
    );
  }
  const isBold = createFontWeights();
  const pages: PdfPage[] = [];
  const failed: number[] = [];
  let inARow = 0;
  let cause: unknown;
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      pages.push(await readPage(document, number, isBold));
      inARow = 0;
    } catch (error) {
      cause = error;
      failed.push(number);
      inARow += 1;
      if (inARow >= mostFailuresInARow) break;
    }
  }
  if (pages.length === 0 || inARow >= mostFailuresInARow) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ReadFailure(
      'file-malformed',
      `is damaged: its pages cannot be read (${reason.slice(0, 160)})`,
      'Fetch it again, or print it to a new PDF.',
      cause,
    );
  }
  return { pages, failed };
}

async function readPage(
  document: PdfDocument,
  number: number,
  isBold: ReturnType<typeof createFontWeights>,
): Promise<PdfPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const found = content.items.filter((item) => 'str' in item);
  const weights = await isBold(page, Object.keys(content.styles));
  const placed = found.map((item) => place(item, viewport.transform, weights));
  page.cleanup();
  const turn = commonAngle(placed);
  const upright = placed
    .filter((item) => item.angle === turn)
    .map((item) => turned(item, turn, viewport));
  const sideways = turn % 180 !== 0;
  return {
    number,
    width: sideways ? viewport.height : viewport.width,
    height: sideways ? viewport.width : viewport.height,
    items: upright.filter((item) => [item.x, item.y, item.size, item.width].every(Number.isFinite)),
  };
}

interface PlacedItem extends TextItem {
  /** Degrees clockwise: 0, 90, 180 or 270; 45 stands for everything between. */
  angle: number;
}

function place(
  item: PdfJsTextItem,
  view: readonly number[],
  weights: ReadonlyMap<string, boolean>,
): PlacedItem {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiply(view, item.transform);
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90);
  const square = Math.abs(degrees - quarter * 90) < 5;
  return {
    text: item.str,
    x: e,
    y: f,
    width: item.width,
    size: Math.hypot(c, d) || item.height,
    bold: weights.get(item.fontName) ?? false,
    rightToLeft: item.dir === 'rtl',
    endsLine: item.hasEOL,
    angle: square ? (((quarter % 4) + 4) % 4) * 90 : 45,
  };
}

/** The angle of most characters. */
function commonAngle(items: readonly PlacedItem[]): number {
  const characters = new Map<number, number>();
  for (const { angle, text } of items) {
    characters.set(angle, (characters.get(angle) ?? 0) + text.trim().length);
  }
  const [most] = [...characters].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

function turned(
  { angle: _, ...item }: PlacedItem,
  turn: number,
  { width, height }: { width: number; height: number },
): TextItem {
  const { x, y } = item;
  if (turn === 90) return { ...item, x: y, y: width - x };
  if (turn === 180) return { ...item, x: width - x, y: height - y };
  if (turn === 270) return { ...item, x: height - y, y: x };
  return item;
}

/** Product of two affine matrices in PDF's order of six numbers. */
function multiply(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}
