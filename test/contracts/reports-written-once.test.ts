import { expect, test } from 'vitest';
import { createReportStore } from '../../src/storage/report-store.ts';
import { createWriteOnce } from '../../src/summaries/service/write-once.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { sampleKeptReport } from '../fakes/sample-report.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('a report that several replicas are asked for at once', (openDatabase) => {
  test('is written by one of them, and given by all', async () => {
    const database = await openDatabase();
    const clock = { now: () => 1_000 };
    let written = 0;
    const ask = async (replica: number) => {
      const reports = createReportStore(database, clock);
      const { log } = createRecordingLog();
      const writeOnce = createWriteOnce({ reports, log, newId: () => `${replica}`, lookMs: 5 });
      const find = () => reports.findByKey('key', null);
      return writeOnce({ key: 'key', owner: null, find }, async () => {
        written += 1;
        return sampleKeptReport({ id: `of-${replica}`, key: 'key', drawnOn: [] });
      });
    };
    const given = await Promise.all([1, 2, 3, 4].map(ask));
    expect(written).toBe(1);
    expect(new Set(given.map(({ id }) => id)).size).toBe(1);
    // Nothing is left behind that would keep anybody waiting.
    expect(await createReportStore(database, clock).claim('key', 'next', 1_000)).toBe(true);
  });
});
