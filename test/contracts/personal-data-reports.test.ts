import { expect, test } from 'vitest';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { createInbox } from '../../src/storage/inbox.ts';
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

  test('drops what of a summary was not sent yet, wherever the file was', async () => {
    const database = await openDatabase();
    const clock = { now: () => 1_000_000 };
    const store = createPersonalDataStore(database, clock);
    const inbox = createInbox(database, clock);
    const deliveries = createDeliveryStore(database, clock);
    const press = { eventId: 'Ev1', position: '1.2~Ev1', person: 'U1', body: {} };
    await inbox.add({ ...press, conversation: 'D1:1.0' });
    const prepare = (channel: string, subject: string) =>
      deliveries.prepare({
        subject,
        occasion: 'answer',
        channel,
        thread: '1.0',
        answers: null,
        content: { text: 'Of the file', blocks: [] },
      });
    await prepare('D1', 'file:F1:brief:member');
    await prepare('D2', 'file:F1:brief:member');
    await prepare('C1', 'notice-summary:n');
    await store.erase('U1');
    const contents = async (channel: string, subject: string) =>
      (await deliveries.about(subject, channel)).map(({ content }) => content?.text ?? null);
    expect(await contents('D1', 'file:F1:brief:member')).toEqual([null]);
    expect(await contents('D2', 'file:F1:brief:member')).toEqual(['Of the file']);
    expect(await contents('C1', 'notice-summary:n')).toEqual(['Of the file']);
  });
});
