import { afterEach, expect, test } from 'vitest';
import { silentLog } from '../../src/observability/log.ts';
import { createSlackApp, type LibraryView, type SlackApp } from '../../src/slack/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { hourMs, noticesIn } from './notice-journey.ts';
import { quickTimings, type SlackJourney, visibleText } from './slack-journey.ts';
import { slackStores } from './slack-stores.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();
const others: SlackApp[] = [];
afterEach(async () => {
  for (const app of others.splice(0)) await app.stop();
});

const dayMs = 24 * hourMs;
const { ask } = createScriptedAsk(() => ({
  kind: 'abstention',
  reason: 'nothing-relevant',
  nearest: [],
}));

/** What came in the last days, and in a week's time; newest first. */
function libraryOf(now: number): LibraryView {
  const came = (title: string, addedAt: number, audience: 'members' | 'staff' = 'members') =>
    samplePublication({ id: title, title, addedAt, audience });
  const publications = [
    came('Next week’s paper', now + 3 * dayMs),
    came('Shared clinics', now - dayMs),
    came('Staff paper', now - dayMs, 'staff'),
    came('Old paper', now - 20 * dayMs),
  ];
  return {
    ...createScriptedLibrary({ publications }),
    newest: async (audiences, limit) =>
      publications.filter(({ audience }) => audiences.includes(audience)).slice(0, limit),
  };
}

/** A workspace whose digest is due in two hours, in #general. */
async function begin() {
  const now = Date.now();
  const due = new Date(now + 2 * hourMs);
  const digest = {
    weekday: due.getUTCDay() || 7,
    minute: due.getUTCHours() * 60 + due.getUTCMinutes(),
    zone: 'UTC',
    channel: 'C0GENERAL00',
  };
  const library = libraryOf(now);
  const journey = await start({
    ask,
    library,
    bySlackClock: true,
    staffGroups: ['staff'],
    noticeSettings: { digest },
  });
  const use = noticesIn(journey);
  const digests = (place: string): string[] =>
    use
      .said(place)
      .map(visibleText)
      .filter((text) => text.startsWith('This week in the library.'));
  const direct = (person: string) => digests(journey.slack.actAs(person).directMessageChannel);

  async function choose(person: string, choice: string): Promise<void> {
    const who = journey.slack.actAs(person);
    await who.openHome();
    await expect.poll(() => JSON.stringify(who.home)).toContain('Weekly digest');
    await who.actOnHome(`choose-digest-${choice}`);
    await expect
      .poll(() => journey.notices.digestChoices.of(who.userId), { timeout: 5_000 })
      .toBe(choice);
  }

  /** Waits until whatever is due has reached whoever is to get it, and the next digest is planned. */
  async function untilDelivered(): Promise<void> {
    await expect
      .poll(() => waiting(journey), { timeout: 8_000, interval: 20 })
      .toEqual({ due: 0, isNextPlanned: true });
  }
  await untilDelivered();
  return { ...journey, ...use, library, digest, digests, direct, choose, untilDelivered };
}

/** How many tasks of digests are due and not over, and whether there are any for later. */
async function waiting({ database, slack }: SlackJourney) {
  const now = slack.clock.now();
  const tasks = await database.db
    .selectFrom('notice_tasks')
    .select('due_at')
    .where('notice_id', 'like', 'digest:%')
    .where('state', '=', 'waiting')
    .execute();
  const due = tasks.filter(({ due_at }) => due_at <= now).length;
  return { due, isNextPlanned: due < tasks.length };
}

test('comes each week to the channel and to those who want it, with what each may read', async () => {
  const { slack, choose, digests, direct, untilDelivered, session, schedule, untilSent } =
    await begin();
  await choose('amira', 'direct');
  await choose('sofia', 'direct');
  await choose('tom', 'none');
  const { id } = await schedule(session());
  slack.clock.advance(hourMs);
  await untilSent(id);
  expect(digests('general')).toEqual([]);
  slack.clock.advance(hourMs);
  await untilDelivered();
  const [inChannel] = digests('general');
  expect(inChannel).toContain('Shared clinics');
  expect(inChannel).toContain('Discharge, together');
  expect(inChannel).not.toMatch(/Staff paper|Old paper|Next week/);
  expect(direct('sofia')[0]).toContain('Staff paper');
  expect(direct('amira')[0]).not.toContain('Staff paper');
  expect(direct('amira')[0]).toContain('Shared clinics');
  expect(direct('tom')).toEqual([]);

  slack.clock.advance(7 * dayMs);
  await untilDelivered();
  expect(digests('general')).toHaveLength(2);
  expect(direct('amira')).toHaveLength(2);
  expect(digests('general')[1]).toContain('Next week');
  expect(digests('general')[1]).not.toContain('Shared clinics');

  // A week in which nothing came.
  slack.clock.advance(7 * dayMs);
  await untilDelivered();
  expect(digests('general')).toHaveLength(2);
  expect(direct('amira')).toHaveLength(2);
});

test('is not sent again after a restart, nor by a second process', async () => {
  const journey = await begin();
  const { app, slack, choose, digests, direct, untilDelivered, database } = journey;
  await choose('amira', 'direct');
  const second = createSlackApp({
    config: {
      mode: 'socket',
      botToken: slack.botToken,
      appToken: slack.appToken,
      apiUrl: slack.url,
    },
    people: { leadUserIds: [], staffUserIds: [], leadGroups: [], staffGroups: ['staff'] },
    helpChannel: null,
    staffChannel: null,
    ask,
    library: journey.library,
    ...slackStores(database, slack.clock, { digest: journey.digest }),
    keepDays: 365,
    reportUsage: null,
    clock: slack.clock,
    log: silentLog,
    timings: quickTimings,
  });
  await second.start();
  others.push(second);
  slack.clock.advance(2 * hourMs);
  await untilDelivered();
  await app.stop();
  await app.start();
  await untilDelivered();
  expect(digests('general')).toHaveLength(1);
  expect(direct('amira')).toHaveLength(1);
});

test('comes late when Concord was not at work, and not at all after two days', async () => {
  const { app, slack, choose, digests, direct, untilDelivered } = await begin();
  await choose('amira', 'direct');
  await app.stop();
  slack.clock.advance(2 * hourMs + dayMs);
  await app.start();
  await untilDelivered();
  expect(digests('general')).toHaveLength(1);
  expect(digests('general')[0]).toContain('later than it was meant to');
  expect(direct('amira')).toHaveLength(1);
  await app.stop();
  slack.clock.advance(8 * dayMs + hourMs);
  await app.start();
  await untilDelivered();
  expect(digests('general')).toHaveLength(1);
  expect(direct('amira')).toHaveLength(1);
});

test('tells nobody who has left, and forgets what somebody chose with the rest of their data', async () => {
  const { slack, choose, digests, direct, untilDelivered, notices } = await begin();
  await choose('amira', 'direct');
  await choose('tom', 'direct');
  slack.administer.changePerson('tom', { deleted: true });
  // Whoever has left is taken out of channels, too.
  slack.administer.remove('general', 'tom');
  const amira = slack.actAs('amira');
  await amira.openHome();
  await amira.actOnHome('delete-my-data');
  await expect
    .poll(() => JSON.stringify(amira.home))
    .toContain('Deleted: how you get the weekly digest');
  expect(await notices.digestChoices.of(amira.userId)).toBe('channel');
  slack.clock.advance(2 * hourMs);
  await untilDelivered();
  expect(digests('general')).toHaveLength(1);
  expect(direct('amira')).toEqual([]);
  expect(direct('tom')).toEqual([]);
});
