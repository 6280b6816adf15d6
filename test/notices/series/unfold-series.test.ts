import { expect, test } from 'vitest';
import type { Recurrence } from '../../../src/notices/index.ts';
import { unfoldSeries } from '../../../src/notices/series/unfold-series.ts';
import { sampleSession } from '../sample-notice.ts';

const now = Date.parse('2026-11-09T09:00:00Z');

function unfold(recurrence: Recurrence | undefined, seriesId: string | null = null) {
  let ids = 1;
  const newId = (): string => {
    ids += 1;
    return `n${ids}`;
  };
  return unfoldSeries(sampleSession({ seriesId }, { recurrence }), now, newId);
}

test('a session that repeats becomes one notice for each time', () => {
  const recurrence = { rule: 'FREQ=WEEKLY;COUNT=4', except: ['2026-12-08'] };
  const all = unfold(recurrence);
  const seen = all.map(({ id, seriesId, announceAt, details }) => ({
    id,
    seriesId,
    announceAt: new Date(announceAt ?? 0).toISOString(),
    start: details.kind === 'session' ? details.start : '',
    repeats: details.kind === 'session' && details.recurrence !== undefined,
  }));
  expect(seen).toEqual([
    {
      id: 'n1',
      seriesId: 'n1',
      announceAt: '2026-11-10T09:00:00.000Z',
      start: '2026-11-24T14:00',
      repeats: true,
    },
    {
      id: 'n2',
      seriesId: 'n1',
      announceAt: '2026-11-17T09:00:00.000Z',
      start: '2026-12-01T14:00',
      repeats: false,
    },
    {
      id: 'n3',
      seriesId: 'n1',
      announceAt: '2026-12-01T09:00:00.000Z',
      start: '2026-12-15T14:00',
      repeats: false,
    },
  ]);
});

test('one that takes place once, or is one of several already, stays alone', () => {
  const recurrence = { rule: 'FREQ=WEEKLY;COUNT=4', except: [] };
  expect(unfold(undefined)).toEqual([sampleSession({}, { recurrence: undefined })]);
  expect(unfold(recurrence, 's1')).toHaveLength(1);
});
