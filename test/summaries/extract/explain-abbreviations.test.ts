import { expect, test } from 'vitest';
import { claimsOf, reportOfSummary, summariseExtractively } from '../../../src/summaries/index.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

test('the public is told what an abbreviation stands for, by the sentence that says so', async () => {
  const read = await readSampleText(
    `# A study of networks

## Background

Practices work together in primary care networks (PCNs).

## Results

Each PCN saved 12% of its budget in one year.
`,
    { kind: 'paper' },
  );
  const said = (reader: 'public' | 'member'): string[] => {
    const summary = summariseExtractively(read, { length: 'sentence', reader });
    return summary === null ? [] : claimsOf(reportOfSummary(summary)).map(({ text }) => text);
  };
  expect(said('member')).toEqual(['Each PCN saved 12% of its budget in one year.']);
  const summary = summariseExtractively(read, { length: 'full', reader: 'public' });
  const claims = summary === null ? [] : claimsOf(reportOfSummary(summary));
  const explained = claims.find(({ text }) => text.includes('12%'));
  expect(explained?.text).toBe(
    'Practices work together in primary care networks (PCNs). Each PCN saved 12% of its budget in one year.',
  );
  expect(explained?.quotes).toHaveLength(2);
});
