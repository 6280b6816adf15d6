import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  reportOfSummary,
  summariseExtractively,
  summaryLengths,
  summaryReaders,
} from '../../../src/summaries/index.ts';
import { writingRules } from '../../../src/summaries/service/report-key.ts';
import { readSampleText } from '../../fakes/read-sample.ts';
import { fixedTexts } from './fixed-texts.ts';

/** What the summaries of the fixed texts were when the rules of writing were last raised. */
const last = { writingRules: 4, summaries: '1a8bf24ae29ca74e' };

async function hashOfSummaries(): Promise<string> {
  const hash = createHash('sha256');
  for (const { text, facts } of fixedTexts) {
    const read = await readSampleText(text, { id: 'fixed', ...facts });
    for (const length of summaryLengths)
      for (const reader of summaryReaders) {
        const summary = summariseExtractively(read, { length, reader });
        const report = summary === null ? null : reportOfSummary(summary);
        const shown = report?.parts.map((part) => [
          part.heading,
          part.kind === 'claims' ? part.claims.map((claim) => claim.text) : part,
        ]);
        hash.update(JSON.stringify([length, reader, shown, report?.notes]));
      }
  }
  return hash.digest('hex').slice(0, 16);
}

test('other summaries of the same texts need other rules of writing', async () => {
  const summaries = await hashOfSummaries();
  expect(
    { writingRules, summaries },
    'Summaries of the same text have changed, or the rules of writing were raised. Kept reports are found by ' +
      'the rules: raise writingRules in src/summaries/service/report-key.ts by one, if this change has ' +
      'not done so yet, and store both values here as `last`.',
  ).toEqual(last);
});
