import { expect, test } from 'vitest';
import { reportKeyOf } from '../../../src/summaries/service/report-key.ts';

const one = { id: 'one', contentHash: 'a', changedAt: 1 };
const other = { id: 'other', contentHash: 'b', changedAt: 2 };
const parts = {
  kind: 'summary',
  publications: [one, other],
  asked: { length: 'brief', reader: 'board' },
  composer: 'extractive',
} as const;

test('is the same for the same, in whatever order it was said', () => {
  expect(reportKeyOf({ ...parts, asked: { reader: 'board', length: 'brief' } })).toBe(
    reportKeyOf(parts),
  );
});

test('changes with everything that the report depends on', () => {
  const keys = [
    parts,
    { ...parts, kind: 'comparison' as const },
    { ...parts, publications: [other, one] },
    { ...parts, publications: [one] },
    { ...parts, publications: [{ ...one, contentHash: 'c' }, other] },
    { ...parts, publications: [{ ...one, changedAt: 3 }, other] },
    { ...parts, asked: { ...parts.asked, reader: 'public' } },
    { ...parts, asked: { ...parts.asked, columns: ['year'] } },
    { ...parts, composer: 'model' },
  ].map(reportKeyOf);
  expect(new Set(keys).size).toBe(keys.length);
});
