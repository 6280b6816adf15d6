import { expect, test } from 'vitest';
import { type ReportPart, summaryInShort } from '../../src/summaries/index.ts';
import { sampleClaim, sampleReport } from './files/sample-report.ts';

const part = (heading: string | null, ...texts: string[]): ReportPart => ({
  kind: 'claims',
  heading,
  claims: texts.map((text) => sampleClaim({ text })),
});

const report = sampleReport({
  parts: [
    part('What it is', 'It is a review of clinics.'),
    part('Who wrote it and when', 'Six people wrote it.'),
    part('Key findings', 'Waits fell by a third.', 'Costs did not change.'),
    part('How it was done', 'We counted.'),
    { kind: 'silence', heading: 'Not reported', sentences: ['The paper names no limits.'] },
  ],
});

test('it is what the publication is and finds, in whole statements', () => {
  expect(summaryInShort(report, 700)).toBe(
    'It is a review of clinics. Waits fell by a third. Costs did not change.',
  );
});

test('it ends before the statement that would make it too long', () => {
  expect(summaryInShort(report, 55)).toBe('It is a review of clinics. Waits fell by a third.');
  expect(summaryInShort(report, 10)).toBe('');
});
