import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenLibrary, openLibrary } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { createNoticeLibrary, type Notice, type SessionDetails } from '../../src/notices/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type Audience, audiencesUpTo } from '../../src/people/index.ts';
import { createNoticeStore } from '../../src/storage/notice-store.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { createTestClock } from '../fakes/test-clock.ts';
import { sampleSession } from '../notices/sample-notice.ts';
import { corpusFolder } from './sample-corpus.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const clock = createTestClock(Date.parse('2026-11-22T09:00:00Z'));
let directory: string;
let library: OpenLibrary;
let sync: () => Promise<void>;

/** The sample library with three sessions that were announced beside it, and one for leads. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-sessions-'));
  const config = readConfig({ DATA_DIR: directory, LIBRARY_DIRS: corpusFolder }, directory);
  library = await openLibrary(config, { clock, log: silentLog });
  await library.ingest();
  const store = createNoticeStore(library.database, clock);
  const outbox = createOutbox(library.database, clock);
  const announce = async (change: Partial<Notice>, details: Partial<SessionDetails>) => {
    const notice = sampleSession({ announceAt: clock.now() - dayMs, ...change }, details);
    await store.add(notice);
    const announcement = { occasion: 'announcement', place: 'C1', uselessAt: null };
    await outbox.add(notice.id, [{ ...announcement, dueAt: clock.now() }]);
    const task = await outbox.claim('test', 1_000);
    const message = { channel: 'C1', messageId: `${notice.id}.0` };
    if (task !== null) await outbox.finish(task, 'test', { state: 'sent', message });
  };
  const at = (day: string, from: string, to: string) => ({
    start: `${day}T${from}`,
    end: `${day}T${to}`,
  });
  const discharge = {
    title: 'Discharge, together',
    description: 'Two wards tell of a year of planning discharge with families.',
    speakers: ['Dr Mina Okafor', 'Tom Reed'],
  };
  await announce({ id: 'again' }, { ...discharge, ...at('2026-12-08', '14:00', '15:30') });
  await announce({ id: 'next' }, { ...discharge, ...at('2026-12-01', '14:00', '15:30') });
  const frailty = { title: 'Talking about frailty', description: '' };
  await announce({ id: 'frailty' }, { ...frailty, ...at('2026-12-03', '09:00', '10:00') });
  const budget = { title: 'The budget for sepsis nurses', description: '' };
  await announce(
    { id: 'leads', audience: 'leads' },
    { ...budget, ...at('2026-12-02', '09:00', '10:00') },
  );
  ({ sync } = createNoticeLibrary({
    store,
    outbox,
    library: library.store,
    findPermalink: async ({ channel, messageId }) =>
      `https://example.slack.com/archives/${channel}/p${messageId}`,
    clock,
  }));
  await follow();
}, 60_000);

afterAll(async () => {
  await library?.close();
  await rm(directory, { recursive: true, force: true });
});

async function follow(): Promise<void> {
  await sync();
  await library.engine.refresh();
  await library.engine.embedMissing();
}

let asked = 0;

/** What is claimed first, and what it cites; `declined` when nothing is. */
async function ask(question: string, audiences: Audience[] = audiencesUpTo('members')) {
  asked += 1;
  const { answer } = await library.ask({ question, conversation: `C1:${asked}`, audiences });
  if (answer.kind !== 'answer') return 'declined';
  const [claim] = answer.claims;
  const source = answer.sources.find(({ number }) => number === claim?.citations[0]);
  return `${claim?.text} [${source?.publication.source}, ${source?.publication.link}]`;
}

const inDischarge = /\[notice:next, https:\/\/example\.slack\.com\/archives\/C1\/pnext\.0\]$/;

describe('questions about sessions', () => {
  test.each([
    'when is the next session on discharge?',
    'When does the discharge session take place?',
    'what session is there on discharge?',
  ])('%s is answered from the notice', async (question) => {
    const answer = await ask(question);
    expect(answer).toContain('on Tuesday 1 December 2026 from 14:00 to 15:30 (Europe/London)');
    expect(answer).toMatch(inDischarge);
  });

  test('so is who speaks, and where', async () => {
    expect(await ask('Who speaks at the session on discharge?')).toMatch(
      /Dr Mina Okafor and Tom Reed.*notice:next/,
    );
    expect(await ask('When is the next session about frailty?')).toMatch(
      /Thursday 3 December 2026 from 09:00 to 10:00.*notice:frailty/,
    );
  });

  test('nothing is made up about what there is no session on', async () => {
    expect(await ask('when is the next session on dementia?')).toBe('declined');
  });

  test('only those who may know of a session are told of it', async () => {
    const question = 'When is the session on the budget for sepsis nurses?';
    expect(await ask(question, audiencesUpTo('leads'))).toContain('notice:leads');
    expect(await ask(question)).not.toContain('notice:leads');
    expect(await ask('when is the session on discharge?', ['public'])).not.toContain('notice:');
  });

  test('reading the folders again takes nothing of it away, and adds nothing to what is read', async () => {
    const { retired } = await library.ingest();
    expect(retired).toEqual([]);
    expect(await library.store.list({ kinds: ['notice'] })).toHaveLength(3);
    const newest = await library.view.newest(audiencesUpTo('staff'), 100);
    expect(newest.filter(({ kind }) => kind === 'notice')).toEqual([]);
  });

  test('when one is over, the next is the next', async () => {
    clock.advance(10 * dayMs);
    await follow();
    const answer = await ask('when is the next session on discharge?');
    expect(answer).toContain('Tuesday 8 December 2026');
    expect(answer).toContain('notice:again');
  });
});
