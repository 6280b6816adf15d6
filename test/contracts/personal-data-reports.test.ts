import { expect, test } from 'vitest';
import { createPersonalDataStore } from '../../src/storage/personal-data-store.ts';
import { createReportStore } from '../../src/storage/report-store.ts';
import { sampleKeptReport } from '../fakes/sample-report.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('personal data store', (openDatabase) => {
  test('deletes summaries of the files a person sent, and nobody else’s', async () => {
    const database = await openDatabase();
    const clock = { now: () => 1_000_000 };
    const store = createPersonalDataStore(database, clock);
    const reports = createReportStore(database, clock);
    const report = { drawnOn: [], madeAt: 500 };
    await reports.save(sampleKeptReport({ ...report, id: 'a', owner: 'U1' }));
    await reports.save(sampleKeptReport({ ...report, id: 'b', owner: 'U2' }));
    await reports.save(sampleKeptReport({ ...report, id: 'c', owner: null }));
    expect(await store.describe('U1')).toMatchObject({ fileSummaries: 1, since: 500 });
    expect(await store.erase('U1')).toMatchObject({ fileSummaries: 1 });
    expect(await store.describe('U1')).toMatchObject({ fileSummaries: 0, since: null });
    expect(await reports.find('a')).toBeNull();
    expect(await reports.find('b')).not.toBeNull();
    expect(await reports.find('c')).not.toBeNull();
  });
});
