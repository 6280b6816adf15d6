import { expect, test } from 'vitest';
import { oneOfEachSeries } from '../../../../src/slack/notices/composing/one-of-each-series.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';

const on = (day: string) => ({ start: `${day}T14:00`, end: `${day}T15:00` });
const now = Date.parse('2026-11-25T12:00:00Z');

test('of a series the next that takes place is listed, in the place of all', () => {
  const first = sampleSession({ id: 'a1', seriesId: 'a1' }, on('2026-11-24'));
  const second = sampleSession({ id: 'a2', seriesId: 'a1', state: 'cancelled' }, on('2026-12-01'));
  const third = sampleSession({ id: 'a3', seriesId: 'a1' }, on('2026-12-08'));
  const alone = sampleSession({ id: 'b' });
  const ids = (now: number) =>
    oneOfEachSeries([third, alone, second, first], now).map(({ id }) => id);
  expect(ids(now)).toEqual(['a3', 'b']);
  expect(ids(Date.parse('2027-01-01T00:00:00Z'))).toEqual(['a3', 'b']);
  expect(ids(0)).toEqual(['a1', 'b']);
});
