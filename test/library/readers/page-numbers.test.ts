import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { defaultReadLimits, type ReadDocument } from '../../../src/library/index.ts';
import { documentFromBytes } from '../../../src/library/readers/document-from-bytes.ts';

const folder = fileURLToPath(new URL('../../../../shared/documents/', import.meta.url));
const files = [
  'uk_covid_inquiry_m1_report.pdf',
  'uk_covid_inquiry_m1_gov_response.pdf',
  'behaviour_change_gov_response.pdf',
  'hf_ndl_leeds_cyp_mental_health.pdf',
  'hf_ndl_leeds_cyp_mental_health_summary.pdf',
  'multicolumn.pdf',
];

/** Letters only: marks of notes, hyphens at line ends and spacing differ between the two readings. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** Clauses of running text with the page they are recorded on. */
function clausesOf(document: ReadDocument): { page: number; text: string }[] {
  return document.blocks
    .filter(({ kind }) => kind !== 'table-row')
    .flatMap((block) =>
      block.pages.flatMap(({ page, offset }, index) =>
        block.text
          .slice(offset, block.pages[index + 1]?.offset)
          .split(/(?<=[.!?;,:])\s/)
          .map((text) => ({ page, text: letters(text) })),
      ),
    )
    .filter(({ text }) => text.length >= 25);
}

describe.skipIf(!existsSync(`${folder}${files[0]}`))(
  'pages of text (skipped where the files are missing)',
  () => {
    test.each(files)('%s: every clause stands on the page recorded for it', async (file) => {
      const bytes = readFileSync(`${folder}${file}`);
      const before = process.cpuUsage();
      const document = await documentFromBytes(bytes, file, defaultReadLimits);
      const { user, system } = process.cpuUsage(before);
      // Seconds of processor time, for other programs may be using the machine: 240 pages in under 8.
      expect((user + system) / 1e6).toBeLessThan(8);
      const { text } = await extractText(new Uint8Array(bytes), {
        mergePages: false,
      });
      const pages = text.map(letters);
      const clauses = clausesOf(document);
      const elsewhere = clauses.filter(
        ({ page, text: clause }) => !pages[page - 1]?.includes(clause),
      );
      expect(clauses.length).toBeGreaterThan(60);
      // PDF.js draws the labels of figures in another order than they are read.
      expect(elsewhere.length).toBeLessThanOrEqual(clauses.length * 0.01);
      const onAnother = elsewhere.filter(({ text: clause }) =>
        pages.some((page) => page.includes(clause)),
      );
      expect(onAnother).toEqual([]);
    });
  },
);
