import { describe, expect, test } from 'vitest';
import { forgetOldData } from '../src/forget-old-data.ts';
import { openDatabase } from '../src/storage/database.ts';
import { createExchangeStore } from '../src/storage/exchange-store.ts';
import { createFeedbackStore } from '../src/storage/feedback-store.ts';
import { createPersonalDataStore } from '../src/storage/personal-data-store.ts';
import { createReportStore } from '../src/storage/report-store.ts';
import { createRecordingLog } from './fakes/recording-log.ts';
import { sampleExchange } from './fakes/sample-exchange.ts';
import { sampleKeptReport } from './fakes/sample-report.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const start = Date.UTC(2024, 9, 1, 9);

/** Runs the job through a script of clock changes, one a look; returns when it was to forget what. */
async function run(steps: readonly number[], failures = 0) {
  const stop = new AbortController();
  const instants: number[] = [];
  const { log, entries } = createRecordingLog();
  let look = -1;
  let now = start;
  const clock = {
    now: () => {
      look += 1;
      if (look >= steps.length - 1) stop.abort();
      now += steps[look] ?? 0;
      return now;
    },
  };
  let failing = failures;
  const personalData = {
    forgetBefore: async (instant: number) => {
      instants.push(instant);
      if (failing > 0) {
        failing -= 1;
        throw new Error('busy');
      }
      return { questions: 2, feedback: 1 };
    },
  };
  const reports = { forgetOutdated: async () => 3, forgetBefore: async () => 4 };
  const { signal } = stop;
  await forgetOldData(personalData, { keepDays: 30, reports, clock, lookMs: 1, signal, log });
  return { instants: instants.map((instant) => instant - start + 30 * dayMs), entries };
}

describe('forgetOldData', () => {
  test('forgets at the start, and then once a day', async () => {
    const { instants } = await run([0, 1, dayMs - 2, 1, dayMs - 1, 1]);
    expect(instants).toEqual([0, dayMs, 2 * dayMs]);
  });

  test('follows a clock that is set forward or back', async () => {
    expect((await run([0, 400 * dayMs, 1])).instants).toEqual([0, 400 * dayMs]);
    expect((await run([0, -10 * dayMs, 1])).instants).toEqual([0, -10 * dayMs]);
  });

  test('tries again after a failure', async () => {
    const { instants, entries } = await run([0, 1, 1], 1);
    expect(instants).toEqual([0, 1]);
    expect(entries.map(({ msg }) => msg)).toEqual(['old-data-not-forgotten', 'old-data-forgotten']);
  });

  test('logs counts and nothing else', async () => {
    const { entries } = await run([0]);
    expect(entries).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        msg: 'old-data-forgotten',
        questions: 2,
        feedback: 1,
        reports: 7,
        keep_days: 30,
      },
    ]);
  });

  test('deletes what is older than it may be, and keeps the rest', async () => {
    const database = await openDatabase(':memory:');
    const exchanges = createExchangeStore(database.db);
    const feedback = createFeedbackStore(database.db);
    const { log } = createRecordingLog();
    await exchanges.save(sampleExchange({ id: 'old', askedAt: start - 30 * dayMs - 1 }));
    await exchanges.save(sampleExchange({ id: 'new', askedAt: start - 30 * dayMs }));
    const judged = { person: 'U1', verdict: 'helpful', reason: null, citation: null } as const;
    await feedback.save({ ...judged, exchangeId: 'old', note: null, givenAt: start });
    await feedback.save({ ...judged, exchangeId: 'new', note: null, givenAt: start });
    const stop = new AbortController();
    const clock = { now: () => start };
    const store = createPersonalDataStore(database, clock);
    const personalData = {
      forgetBefore: (instant: number) =>
        store.forgetBefore(instant).finally(() => {
          stop.abort();
        }),
    };
    const reports = createReportStore(database, clock);
    await reports.save(sampleKeptReport({ id: 'old', madeAt: start - 30 * dayMs - 1 }));
    await reports.save(sampleKeptReport({ id: 'new', madeAt: start - 30 * dayMs }));
    const { signal } = stop;
    await forgetOldData(personalData, { keepDays: 30, reports, clock, lookMs: 1, signal, log });
    expect(await reports.find('old')).toBeNull();
    expect(await reports.find('new')).not.toBeNull();
    expect(await exchanges.find('old')).toBeNull();
    expect(await exchanges.find('new')).not.toBeNull();
    expect((await feedback.since(0)).map(({ exchangeId }) => exchangeId)).toEqual(['new']);
    await database.close();
  });
});
