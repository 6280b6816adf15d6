import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AskQuestion } from '../../src/answering/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type LocalSlack, startLocalSlack } from '../../src/playground/index.ts';
import { createSlackApp } from '../../src/slack/index.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { type RealPostgres, startRealPostgres } from '../contracts/real-postgres.ts';
import { createLiveAsk } from '../fakes/live-ask.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { quickTimings, repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';
import { slackStores } from './slack-stores.ts';

let postgres: RealPostgres;
let databaseUrl = '';
let slack: LocalSlack;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  postgres = await startRealPostgres();
}, 60_000);
beforeEach(async () => {
  databaseUrl = await postgres.createDatabase();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(() => postgres.stop());

const clock = { now: () => Date.now() };
const claims = ['Success is judged by outcomes.', 'Outcomes are agreed first.'];

/** One process of several, with connections of its own to the database and to Slack. */
async function startReplica(ask: AskQuestion) {
  const database = await openDatabase(databaseUrl);
  const stores = slackStores(database, clock);
  const { botToken, appToken, url: apiUrl } = slack;
  const app = createSlackApp({
    config: { mode: 'socket', botToken, appToken, apiUrl },
    people: { leadUserIds: [], staffUserIds: [], leadGroups: [], staffGroups: [] },
    helpChannel: null,
    staffChannel: null,
    ask: async (request) => {
      const exchange = await ask(request);
      await stores.exchanges.save(exchange);
      return exchange;
    },
    library: createScriptedLibrary(),
    ...stores,
    keepDays: 365,
    reportUsage: null,
    clock,
    log: silentLog,
    timings: quickTimings,
  });
  await app.start();
  closing.push(async () => {
    await app.stop();
    await database.close();
  });
  return { slack, inbox: stores.inbox };
}

describe('two processes on one PostgreSQL', () => {
  test('answer each question once, whichever is told of it', { timeout: 60_000 }, async () => {
    slack = await startLocalSlack({ rateLimits: false });
    closing.push(() => slack.close());
    const [one, other] = [
      createScriptedAsk(() => answered(claims)),
      createScriptedAsk(() => answered(claims)),
    ];
    const replica = await startReplica(one.ask);
    await startReplica(other.ask);
    await expect.poll(() => slack.connectionCount).toBe(2);

    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    const asked = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        amira.directMessage(`What is success in year ${index}?`),
      ),
    );
    await untilQuiet(replica, 40_000);
    for (const { ts } of asked) expect(repliesInThread(slack, channel, ts)).toHaveLength(1);
    expect(one.requests.length).toBeGreaterThan(0);
    expect(other.requests.length).toBeGreaterThan(0);
  });

  test('stop each other’s answers', { timeout: 60_000 }, async () => {
    slack = await startLocalSlack({ rateLimits: false });
    closing.push(() => slack.close());
    const lives = [createLiveAsk(() => answered(claims)), createLiveAsk(() => answered(claims))];
    const [first, second] = lives;
    if (first === undefined || second === undefined) throw new Error('two are made');
    const replica = await startReplica(first.ask);
    await startReplica(second.ask);
    await expect.poll(() => slack.connectionCount).toBe(2);

    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    // Slack tells either of them of a press on Stop; with several, some are told to the other one.
    const asked = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        amira.directMessage(`How is success judged in year ${index}?`),
      ),
    );
    const beingDealtWith = () =>
      asked.filter(({ ts }) => slack.agentThread(channel, ts).sessionStatus === 'processing')
        .length;
    await expect.poll(beingDealtWith, { timeout: 20_000 }).toBe(asked.length);
    for (const { ts } of asked) await amira.stopAnswer(channel, ts);
    await untilQuiet(replica, 30_000);
    for (const { ts } of asked) {
      const said = repliesInThread(slack, channel, ts).map(visibleText).join('\n');
      expect(said).toContain('Stopped');
      expect(said).not.toContain('Sources');
    }
  });
});
