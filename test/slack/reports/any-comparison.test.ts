import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { comparisonForm } from '../../../src/slack/reports/comparison-form.ts';
import {
  readComparisonStart,
  writeComparisonStart,
} from '../../../src/slack/reports/comparison-start.ts';
import { readSummaryValue, writeSummaryValue } from '../../../src/slack/reports/summary-value.ts';
import { unclearMessages } from '../../../src/slack/reports/unclear-messages.ts';
import { summaryLengths, summaryReaders } from '../../../src/summaries/index.ts';
import { anyPublication, anyText } from '../blocks/arbitrary-answers.ts';
import { expectHarmless, expectWithinLimits } from '../blocks/sound-messages.ts';

const anyName = fc.record({
  typed: anyText,
  match: fc.constantFrom('one' as const, 'several' as const, 'nearest' as const),
  publications: fc.array(anyPublication, { maxLength: 8 }),
});

describe('whatever is named, and whatever publications are called', () => {
  test('asking which are meant keeps to the limits and is harmless', () => {
    fc.assert(
      fc.property(
        fc.array(anyName, { minLength: 1, maxLength: 8 }),
        fc.array(anyText, { maxLength: 9 }),
        (given, columns) => {
          const names = given.map(({ publications, ...name }, at) => ({
            ...name,
            publications: publications.map((each, index) => ({ ...each, id: `p${at}-${index}` })),
          }));
          const requests: Parameters<typeof unclearMessages>[0][] = [
            { kind: 'summary', named: '', length: 'full', reader: 'board', mayBeQuestion: false },
            { kind: 'comparison', readings: [], groups: [] },
            { kind: 'changes', readings: [] },
          ];
          for (const request of requests) {
            const messages = unclearMessages(request, { kind: 'unclear', names, columns });
            expectWithinLimits(messages);
            expectHarmless(
              messages,
              names.flatMap(({ publications }) => publications),
              [],
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the form says each publication and column in no more than Slack takes', () => {
    fc.assert(
      fc.property(
        fc.array(anyPublication, { maxLength: 12 }),
        fc.array(anyText, { maxLength: 12 }),
        (given, columns) => {
          const publications = given.map((each, index) => ({ ...each, id: `p${index}` }));
          const start = { what: 'table' as const, columns };
          const asked = { channel: 'C0GENERAL00', standing: 'member' as const };
          const form = comparisonForm({ start, publications, asked, now: 0 });
          expect(validateBlocks((form as { blocks: object[] }).blocks, 'modal')).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a button says with what the form begins in 2,000 characters, or with nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 300 }), { maxLength: 9 }), (columns) => {
        const ids = ['one', 'two'];
        const value = writeComparisonStart({ what: 'changes', ids, columns });
        expect(value.length).toBeLessThanOrEqual(2_000);
        expect(readComparisonStart(value).what).toBe('changes');
      }),
    );
    expect(readComparisonStart('')).toEqual({ what: 'table', ids: [], columns: [] });
    expect(readComparisonStart('{"what":"all"}')).toEqual({ what: 'table', ids: [], columns: [] });
  });

  test('a button keeps the manner of a summary', () => {
    for (const length of summaryLengths) {
      for (const reader of summaryReaders) {
        expect(readSummaryValue(writeSummaryValue('a b', { length, reader }))).toEqual({
          kind: 'summary',
          publicationId: 'a b',
          length,
          reader,
        });
      }
    }
    expect(readSummaryValue('abc')).toMatchObject({ publicationId: 'abc', length: 'brief' });
  });
});
