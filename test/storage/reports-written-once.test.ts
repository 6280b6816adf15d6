import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { createReportStore } from '../../src/storage/report-store.ts';
import { createWriteOnce } from '../../src/summaries/service/write-once.ts';
import { type RealPostgres, startRealPostgres } from '../contracts/real-postgres.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { sampleKeptReport } from '../fakes/sample-report.ts';

let postgres: RealPostgres;
beforeAll(async () => {
  postgres = await startRealPostgres();
}, 60_000);
afterAll(() => postgres.stop());

test('a report that replicas are asked for at once is written by one, and given by all', async () => {
  const url = await postgres.createDatabase();
  const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase(url)));
  const clock = { now: () => 1_000 };
  let written = 0;
  const ask = async (replica: number): Promise<string> => {
    const database = databases[replica % databases.length];
    if (database === undefined) throw new Error('there is no such replica');
    const reports = createReportStore(database, clock);
    const { log } = createRecordingLog();
    const writeOnce = createWriteOnce({ reports, log, newId: () => `${replica}`, lookMs: 5 });
    const find = () => reports.findByKey('key', null);
    const { id } = await writeOnce({ key: 'key', owner: null, find }, async () => {
      written += 1;
      return sampleKeptReport({ id: `of-${replica}`, key: 'key', drawnOn: [] });
    });
    return id;
  };
  const given = await Promise.all([...Array(12).keys()].map(ask));
  expect(written).toBe(1);
  expect(new Set(given).size).toBe(1);
  const [first] = databases;
  if (first === undefined) throw new Error('there is no database');
  // Nothing is left behind that would keep anybody waiting.
  expect(await createReportStore(first, clock).claim('key', 'next', 1_000)).toBe(true);
  for (const database of databases) await database.close();
});
