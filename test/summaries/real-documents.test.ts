import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/answering/index.ts';
import {
  claimsOf,
  type ReadPublication,
  reportOfSummary,
  summariseExtractively,
  summaryLengths,
  summaryReaders,
} from '../../src/summaries/index.ts';
import { isSharedPresent, readShared, sharedBytes, sharedFiles } from './read-shared.ts';

/** Nothing of what checks statements while they are made is used here. */
const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
const pointing =
  /\b(?:figure|table|chart|appendix) \d|\b(?:see|shown|listed) (?:above|below|overleaf)|\bet al\b|\| |https?:|\[\d+\]/i;

function isWithin(claim: readonly string[], quote: readonly string[]): boolean {
  let at = 0;
  for (const word of quote) if (word === claim[at]) at += 1;
  return at === claim.length;
}

/** What is wrong with a statement; nothing for one that stands in the document as it is quoted. */
function faultsOf(claim: Claim, read: ReadPublication, pages: readonly string[] | null): string[] {
  const faults: string[] = [];
  if (claim.quotes.length === 0) faults.push('no quote');
  for (const { text, ranges, pageStart, pageEnd } of claim.quotes) {
    const parts = ranges.map(({ start, end }) => read.text.text.slice(start, end));
    if (parts.join(' … ') !== text) faults.push('the quote is not what stands there');
    if (pages === null) continue;
    for (const part of parts) {
      const around = pages.slice((pageStart ?? 0) - 1, pageEnd ?? 0).map(letters);
      // A break of the page may stand anywhere, with headers and footnotes around it.
      const opening = letters(part).slice(0, 15);
      if (!around.some((page) => page.includes(opening))) faults.push(`not on page ${pageStart}`);
    }
  }
  const quoted = claim.quotes.map(({ text }) => text).join(' ');
  if (!isWithin(words(claim.text), words(quoted))) faults.push('words that are not quoted');
  const denials = (text: string): number =>
    text.match(/\b(?:not|no|never|without|cannot)\b/gi)?.length ?? 0;
  if (
    denials(claim.text) !==
    denials(quoted.replace(/\([^)]*\)/g, (inner) => (claim.text.includes(inner) ? inner : '')))
  )
    faults.push('a denial is lost');
  if (pointing.test(claim.text)) faults.push('leads to another place');
  if (!/^["'\u2018\u201c([]*[\p{Lu}\d£$€]/u.test(claim.text)) faults.push('begins in the middle');
  return faults.map((fault) => `${fault}: ${claim.text}`);
}

/** Every length for one reader, and every reader at one length. */
const wanted = [
  ...summaryLengths.map((length) => ({ length, reader: 'member' as const })),
  ...summaryReaders.slice(1).map((reader) => ({ length: 'brief' as const, reader })),
];

describe.skipIf(!isSharedPresent)(
  'summaries of real documents (skipped where the files are missing)',
  () => {
    test.each(isSharedPresent ? sharedFiles() : [])(
      '%s: every statement stands there, on its page, and alone',
      async (file) => {
        const read = await readShared(file);
        if (read === null) return;
        const pages = file.endsWith('.pdf')
          ? (await extractText(new Uint8Array(sharedBytes(file)), { mergePages: false })).text
          : null;
        const faults: string[] = [];
        for (const { length, reader } of wanted) {
          const summary = summariseExtractively(read, { length, reader });
          if (summary === null) continue;
          const claims = claimsOf(reportOfSummary(summary));
          faults.push(...claims.flatMap((claim) => faultsOf(claim, read, pages)));
          const total = claims.flatMap(({ text }) => words(text)).length;
          if (length === 'sentence') expect(claims).toHaveLength(1);
          if (length === 'brief') expect(total).toBeLessThanOrEqual(150);
          if (length === 'full') expect(total).toBeLessThanOrEqual(600);
        }
        expect(faults).toEqual([]);
      },
      120_000,
    );

    test('a changed word, figure, page or place is seen', async () => {
      const read = await readShared('partnership/partnership-press-notice-2014.txt');
      const summary =
        read === null ? null : summariseExtractively(read, { length: 'brief', reader: 'member' });
      const claim = summary?.parts[0]?.claims[0];
      const quote = claim?.quotes[0];
      if (read === null || claim === undefined || quote === undefined) throw new Error('no claim');
      expect(faultsOf(claim, read, null)).toEqual([]);
      const moved = quote.ranges.map(({ start, end }) => ({ start: start + 1, end: end + 1 }));
      for (const changed of [
        { ...claim, text: `${claim.text} Definitely.` },
        { ...claim, text: claim.text.slice(1) },
        { ...claim, text: `${claim.text} See below, as shown below` },
        { ...claim, quotes: [] },
        { ...claim, quotes: [{ ...quote, ranges: moved }] },
      ])
        expect(faultsOf(changed, read, null)).not.toEqual([]);
      expect(faultsOf(claim, read, ['another page'])).not.toEqual([]);
    });

    test.each([
      'documents/uk_covid_inquiry_m1_report.pdf',
      'documents/uk_covid_inquiry_m1_gov_response.pdf',
      'documents/hf_ndl_leeds_cyp_mental_health_summary.pdf',
    ])(
      '%s: brief is about 120 words and full about 500, quickly',
      async (file) => {
        const read = await readShared(file);
        if (read === null) throw new Error(`${file} could not be read`);
        for (const reader of summaryReaders) {
          const before = process.cpuUsage();
          const brief = summariseExtractively(read, { length: 'brief', reader });
          const { user } = process.cpuUsage(before);
          const full = summariseExtractively(read, { length: 'full', reader });
          if (brief === null || full === null) throw new Error('there is no summary');
          const lengthOf = (summary: typeof brief): number =>
            claimsOf(reportOfSummary(summary)).flatMap(({ text }) => text.match(/\S+/g) ?? [])
              .length;
          expect(lengthOf(brief)).toBeGreaterThanOrEqual(102);
          expect(lengthOf(brief)).toBeLessThanOrEqual(138);
          expect(lengthOf(full)).toBeGreaterThanOrEqual(425);
          expect(lengthOf(full)).toBeLessThanOrEqual(575);
          // Seconds of processor time, for other programs may be using the machine.
          expect(user / 1e6).toBeLessThan(3);
        }
      },
      60_000,
    );
  },
);
