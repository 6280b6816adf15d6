import { afterEach, expect, test } from 'vitest';
import {
  createAttachMaterials,
  editionOf,
  type Notice,
  type SessionMaterials,
} from '../../../src/notices/index.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createNoticeStore } from '../../../src/storage/notice-store.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createTestClock } from '../../fakes/test-clock.ts';
import { sampleSession } from '../sample-notice.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const slides = { title: 'Slides', url: 'https://example.org/slides' };
const none = { links: [], publications: [], note: '' };

async function open(change: Partial<Notice> = {}) {
  const clock = createTestClock(Date.parse('2026-11-24T16:00:00Z'));
  const database = await openDatabase(':memory:');
  opened.push(database);
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  await store.add(sampleSession(change));
  await outbox.add('n1', [{ occasion: 'announcement', place: 'C1', dueAt: 1, uselessAt: null }]);
  const task = await outbox.claim('w', 60_000);
  if (task === null) throw new Error('nothing to claim');
  const message = { channel: 'C1', messageId: '1.1' };
  await outbox.finish(task, 'w', { state: 'sent', message });
  const attach = createAttachMaterials({ store, clock, graceMs: 30_000, wake: () => {} });
  const occasions = async () =>
    (await outbox.of('n1')).map(({ occasion, place }) => `${occasion} ${place}`).sort();
  return { clock, store, outbox, occasions, attach };
}

test('what is attached is on the cards, and told once after a moment', async () => {
  const { attach, occasions, outbox, clock, store } = await open();
  const before = await store.find('n1');
  const { notice, tells } = await attach('n1', { ...none, links: [slides] });
  expect(tells).toBe(true);
  expect(editionOf(notice)).toBe(1);
  expect(await occasions()).toEqual(['announcement C1', 'card C1', 'materials-1 participants']);
  const told = (await outbox.of('n1')).find(({ occasion }) => occasion === 'materials-1');
  expect(told?.dueAt).toBe(clock.now() + 30_000);
  // Calendars see nothing of it.
  expect(notice).toMatchObject({ version: before?.version, changedAt: before?.changedAt });
});

test('only what is added is told of', async () => {
  const { attach, occasions } = await open();
  await attach('n1', { ...none, links: [slides] });
  expect((await attach('n1', { ...none, links: [slides], note: 'Thank you.' })).tells).toBe(false);
  const renamed = { ...slides, title: 'The slides' };
  expect((await attach('n1', { ...none, links: [renamed] })).tells).toBe(false);
  const more = await attach('n1', { ...none, links: [slides], publications: ['p1'] });
  expect(editionOf(more.notice)).toBe(2);
  expect(await occasions()).toContain('materials-2 participants');
});

test('what is removed is gone, and told of when it comes back', async () => {
  const { attach } = await open();
  await attach('n1', { ...none, note: 'Thank you.' });
  const removed = await attach('n1', none);
  expect(removed.tells).toBe(false);
  expect(editionOf(removed.notice)).toBe(0);
  expect(editionOf((await attach('n1', { ...none, note: 'Thank you.' })).notice)).toBe(2);
});

test.each<[string, Partial<SessionMaterials>, RegExp]>([
  ['an address that is none', { links: [{ title: '', url: 'http://example.org' }] }, /https/],
  ['too many links', { links: Array(6).fill(slides) }, /5 links at most/],
  ['too many publications', { publications: Array(6).fill('p') }, /5 publications at most/],
  ['a long note', { note: 'x'.repeat(501) }, /500 characters at most/],
])('refuses %s', async (_what, wrong, problem) => {
  const { attach, occasions } = await open();
  await expect(attach('n1', { ...none, ...wrong })).rejects.toMatchObject({
    forPeople: expect.stringMatching(problem),
  });
  expect(await occasions()).toEqual(['announcement C1']);
});

test('refuses materials of what was called off, or is not announced yet', async () => {
  const off = await open({ state: 'cancelled' });
  await expect(off.attach('n1', none)).rejects.toMatchObject({ code: 'notice-state' });
  const early = await open({ announceAt: Date.parse('2026-11-24T17:00:00Z') });
  await expect(early.attach('n1', none)).rejects.toMatchObject({
    forPeople: expect.stringContaining('that were announced'),
  });
  await expect(early.attach('other', none)).rejects.toMatchObject({ code: 'notice-unknown' });
});
