import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim, Source } from '../../../src/answering/index.ts';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { foundMessages, noneFoundMessages } from '../../../src/slack/reports/found-messages.ts';
import { reportMessages } from '../../../src/slack/reports/report-messages.ts';
import { summaryForm } from '../../../src/slack/reports/summary-form.ts';
import { type ReportPart, reportKinds } from '../../../src/summaries/index.ts';
import { anyPublication, anyText } from '../blocks/arbitrary-answers.ts';
import { expectHarmless, expectWithinLimits } from '../blocks/sound-messages.ts';
import { keptReport, sampleReport } from './sample-report.ts';

const anyClaims = (least: number) =>
  fc.array(
    fc
      .record({
        text: anyText,
        number: fc.integer({ min: 1, max: 9 }),
        page: fc.option(fc.integer({ min: 1, max: 900 })),
        heading: anyText,
      })
      .map(({ text, number, page, heading }): Claim => {
        const place = { pageStart: page, pageEnd: page, headingPath: [heading] };
        const quote = { publicationId: `p${number}`, passageId: 1, text, ranges: [], ...place };
        return { text, citations: [number], quotes: [quote] };
      }),
    { minLength: least, maxLength: 8 },
  );
const anyHeading = fc.option(anyText);

const anyTable: fc.Arbitrary<ReportPart> = fc
  .record({
    heading: anyHeading,
    columns: fc.array(anyText, { minLength: 1, maxLength: 25 }),
    count: fc.integer({ min: 1, max: 9 }),
    cell: anyClaims(0),
  })
  .map(({ heading, columns, count, cell }) => ({
    kind: 'table',
    heading,
    columns,
    rows: Array.from({ length: count }, (_, index) => ({
      source: (index % 9) + 1,
      cells: columns.map(() => cell),
    })),
  }));

const anyPart: fc.Arbitrary<ReportPart> = fc.oneof(
  fc.record({ kind: fc.constant('claims' as const), heading: anyHeading, claims: anyClaims(1) }),
  fc.record({
    kind: fc.constant('silence' as const),
    heading: anyHeading,
    sentences: fc.array(anyText, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('sides' as const),
    heading: anyHeading,
    sides: fc.array(fc.record({ label: anyText, claims: anyClaims(1) }), { maxLength: 4 }),
  }),
  anyTable,
);

const anyKept = fc
  .record({
    kind: fc.constantFrom(...reportKinds),
    title: anyText,
    description: anyText,
    parts: fc.array(anyPart, { minLength: 1, maxLength: 5 }),
    publications: fc.array(anyPublication, { minLength: 1, maxLength: 9 }),
    notes: fc.array(anyText, { maxLength: 3 }),
  })
  .map(({ publications, ...rest }) => {
    const sources = publications.map(
      (publication, index): Source => ({
        number: index + 1,
        publication: { ...publication, id: `p${index + 1}` },
        heading: null,
        pages: [],
      }),
    );
    return keptReport(sampleReport({ ...rest, sources }));
  });

test('a report keeps to Slack’s limits, calls nobody and leads nowhere else', () => {
  fc.assert(
    fc.property(anyKept, anyText, (kept, note) => {
      const messages = reportMessages(kept, [note]);
      expectWithinLimits(messages);
      const publications = kept.report.sources.map(({ publication }) => publication);
      expectHarmless(messages, publications, []);
    }),
    { numRuns: 60 },
  );
});

test('so does what was found, and the form of a summary', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyPublication, { maxLength: 12 }), (typed, given) => {
      const publications = given.map((each, index) => ({ ...each, id: `p${index}` }));
      for (const messages of [
        foundMessages(typed, publications),
        noneFoundMessages(typed, publications),
      ]) {
        expectWithinLimits(messages);
        expectHarmless(messages, publications, []);
      }
      const asked = { channel: 'C0GENERAL00', standing: 'member' as const };
      const form = summaryForm({ publications, asked, now: 0 }) as { blocks: object[] };
      expect(validateBlocks(form.blocks, 'modal')).toEqual([]);
      expect(JSON.stringify(form)).not.toMatch(/<[!@#][A-Za-z]/);
    }),
    { numRuns: 60 },
  );
});
