import { expect, test } from 'vitest';
import { reportStatus } from '../../../src/slack/reports/report-status.ts';

test.each([
  [{ kind: 'reading' as const, publications: 1, pages: 240 }, 'Reading 240 pages…'],
  [{ kind: 'reading' as const, publications: 1, pages: 1 }, 'Reading 1 page…'],
  [{ kind: 'reading' as const, publications: 3, pages: null }, 'Reading 3 publications…'],
  [{ kind: 'section' as const, number: 7, of: 21, heading: 'Costs' }, 'Section 7 of 21…'],
  [{ kind: 'merging' as const, claims: 1_240 }, 'Putting 1,240 statements together…'],
  [
    { kind: 'publication' as const, number: 2, of: 5, title: 'Falls <!here>' },
    'Publication 2 of 5…',
  ],
  [{ kind: 'reading-file' as const, filename: 'minutes.docx' }, 'Opening minutes.docx…'],
])('says in plain words what is being done: %j', (progress, text) => {
  expect(reportStatus(progress)).toBe(text);
});
