import { expect, test } from 'vitest';
import { shortTitles } from '../../src/summaries/index.ts';

const short = (...titles: string[]): string[] => shortTitles(titles.map((title) => ({ title })));

test('long titles lose their subtitle, or are cut between words', () => {
  expect(
    short(
      'Pooled budget: a short history',
      'A virtual ward for flare-ups of COPD: effect on readmissions, costs and carers',
      'Independent evaluation of how the Northmere heart failure service and the clinics work',
    ),
  ).toEqual([
    'Pooled budget: a short history',
    'A virtual ward for flare-ups of COPD',
    'Independent evaluation of how the Northmere heart failure…',
  ]);
});

test('what would be the same for two keeps its whole title', () => {
  const titles = ['2019', '2024'].map(
    (year) => `Discharge and transfer of care policy: what the Valley district does, as of ${year}`,
  );
  expect(short(...titles)).toEqual(titles);
});
