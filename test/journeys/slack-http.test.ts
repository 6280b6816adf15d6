import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConcordError } from '../../src/errors.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type LocalSlack, startLocalSlack } from '../../src/playground/index.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/index.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createInbox } from '../../src/storage/inbox.ts';
import { answered, createScriptedAsk, type ScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { quickTimings, repliesInThread, untilQuiet } from './slack-journey.ts';
import { slackStores } from './slack-stores.ts';

let slack: LocalSlack;
let database: Database;
let app: SlackApp;
let scripted: ScriptedAsk;
let origin: string;
let revoked: number;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function createApp(port: number): SlackApp {
  const clock = { now: () => Date.now() };
  return createSlackApp({
    config: {
      mode: 'http',
      botToken: slack.botToken,
      signingSecret: slack.signingSecret,
      port,
      apiUrl: slack.url,
    },
    people: { leadUserIds: [], staffUserIds: [], leadGroups: [], staffGroups: [] },
    helpChannel: null,
    staffChannel: null,
    ask: scripted.ask,
    library: createScriptedLibrary(),
    ...slackStores(database, clock),
    keepDays: 365,
    reportUsage: null,
    clock,
    log: silentLog,
    timings: quickTimings,
    onRevoked: () => {
      revoked += 1;
    },
  });
}

beforeEach(async () => {
  revoked = 0;
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  slack = await startLocalSlack({ requestUrl: `${origin}/slack/events`, rateLimits: false });
  database = await openDatabase(':memory:');
  scripted = createScriptedAsk(() => answered(['Success is judged by outcomes.']));
  app = createApp(port);
  expect(await app.start()).toEqual({ port });
});

afterEach(async () => {
  await app.stop();
  await slack.close();
  await database.close();
});

/** Sends what Slack would send, signed for `ageSeconds` ago. */
async function send(body: object, ageSeconds = 0, secret = slack.signingSecret): Promise<number> {
  const text = JSON.stringify(body);
  const timestamp = Math.floor(Date.now() / 1_000) - ageSeconds;
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex');
  const response = await fetch(`${origin}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${hmac}`,
    },
    body: text,
  });
  return response.status;
}

const event = (id: string) => ({
  type: 'event_callback',
  event_id: id,
  team_id: 'T0PARTNERS1',
  event: {
    type: 'app_mention',
    channel: 'C0GENERAL00',
    user: 'U0AMIRA0000',
    text: '<@U0CONCORD01> How?',
    ts: '1700000000.000100',
    event_ts: '1700000000.000100',
  },
});

const inbox = () => createInbox(database, { now: () => Date.now() });

describe('over HTTP', () => {
  test('a mention is answered', async () => {
    const asked = await slack.actAs('amira').mention('general', 'How should we judge success?');
    await untilQuiet({ slack, inbox: inbox() });
    expect(repliesInThread(slack, 'general', asked.ts)).toHaveLength(1);
  });

  test('an event is stored when it is acknowledged, and only once', async () => {
    await app.stop();
    const stored = inbox();
    await app.start();
    expect(await send(event('Ev0TWICE'))).toBe(200);
    expect(
      await stored.add({
        eventId: 'Ev0TWICE',
        conversation: '',
        position: '',
        person: null,
        body: 1,
      }),
    ).toBe(false);
    expect(await send(event('Ev0TWICE'))).toBe(200);
    await untilQuiet({ slack, inbox: stored });
    expect(scripted.requests).toHaveLength(1);
  });

  test('an event that cannot be stored is not acknowledged', async () => {
    await database.db.schema.alterTable('inbox_events').renameTo('inbox_elsewhere').execute();
    expect(await send(event('Ev0UNSTORED'))).toBe(500);
    expect((await fetch(`${origin}/health`)).status).toBe(503);
    await database.db.schema.alterTable('inbox_elsewhere').renameTo('inbox_events').execute();
    expect(await send(event('Ev0UNSTORED'))).toBe(200);
  });

  test.each([
    ['with another secret', 0, 'another'],
    ['six minutes old', 360, null],
    ['dated ten minutes from now', -600, null],
    ['dated two minutes from now', -120, null],
  ])('a request %s is refused', async (_name, age, secret) => {
    expect(await send(event('Ev0FORGED'), age, secret ?? undefined)).toBe(401);
    expect(await inbox().countOpen()).toBe(0);
    expect(scripted.requests).toEqual([]);
  });

  test('a clock that is a little ahead is forgiven', async () => {
    expect(await send(event('Ev0AHEAD'), -5)).toBe(200);
  });

  test('its health can be asked for', async () => {
    const response = await fetch(`${origin}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
    expect((await fetch(`${origin}/anything-else`)).status).toBe(404);
  });

  test('a port that is taken is named', async () => {
    const other = createApp(Number(new URL(origin).port));
    await expect(other.start()).rejects.toSatisfy(
      (error) =>
        error instanceof ConcordError &&
        error.code === 'port-unavailable' &&
        error.forPeople.includes('SLACK_HTTP_PORT'),
    );
  });
});

describe('what the assistant is told', () => {
  const askInGeneral = async () => {
    await slack.actAs('amira').mention('general', 'How should we judge success?');
    await untilQuiet({ slack, inbox: inbox() });
    return scripted.requests.at(-1)?.audiences;
  };
  const tell = (id: string, inner: object) =>
    send({ type: 'event_callback', event_id: id, team_id: 'T0PARTNERS1', event: inner });

  test('of somebody who joins a channel counts at once', async () => {
    expect(await askInGeneral()).toEqual(['public', 'members']);
    slack.workspace.conversations.C0GENERAL00?.memberIds.push('U0GEORGE000');
    const joined = { type: 'member_joined_channel', user: 'U0GEORGE000', channel: 'C0GENERAL00' };
    expect(await tell('Ev0JOINED', joined)).toBe(200);
    expect(await askInGeneral()).toEqual(['public']);
  });

  test('of somebody who becomes a guest counts at once', async () => {
    expect(await askInGeneral()).toEqual(['public', 'members']);
    const tom = slack.workspace.people.U0TOM000000;
    if (tom !== undefined) tom.kind = 'guest';
    expect(await tell('Ev0CHANGED', { type: 'user_change', user: { id: 'U0TOM000000' } })).toBe(
      200,
    );
    expect(await askInGeneral()).toEqual(['public']);
  });

  test('of access taken away is passed on', async () => {
    expect(await tell('Ev0OTHER', { type: 'tokens_revoked', tokens: { oauth: ['U1'] } })).toBe(200);
    expect(revoked).toBe(0);
    expect(await tell('Ev0TOKENS', { type: 'tokens_revoked', tokens: { bot: ['U1'] } })).toBe(200);
    expect(await tell('Ev0GONE', { type: 'app_uninstalled' })).toBe(200);
    await expect.poll(() => revoked).toBe(2);
  });
});
