import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openLibrary } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/observability/log.ts';
import {
  createAcceleratedClock,
  type LocalSlack,
  type Message,
  startLocalSlack,
} from '../../src/playground/index.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { KillableAssistant } from './killable-assistant.ts';
import { repliesInThread } from './slack-journey.ts';

/** Slack repeats an event after one and after five minutes; here after two and ten seconds. */
const speed = 30;
const kills = 25;
const questionsPerLife = 2;

let directory: string;
let slack: LocalSlack;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-killed-'));
  await writeLibrary(join(directory, 'papers'));
  const library = await openLibrary(readConfig(environment(), directory), {
    clock: systemClock,
    log: silentLog,
  });
  await library.ingest();
  await library.close();
  slack = await startLocalSlack({ clock: createAcceleratedClock(speed), rateLimits: false });
}, 30_000);

afterEach(async () => {
  await slack.close();
  await rm(directory, { recursive: true, force: true });
});

const subjects = ['discharge', 'referral', 'outpatient', 'pharmacy', 'diabetes', 'records'];

async function writeLibrary(folder: string): Promise<void> {
  await mkdir(folder);
  for (const subject of subjects) {
    const text = `# Lessons from ${subject}\n\nThe ${subject} team met every week. Waiting for ${subject} fell by a third in the first year. Patients said that ${subject} was explained to them better than before.\n`;
    await writeFile(join(folder, `${subject}.md`), text);
  }
}

const environment = (): Record<string, string> => ({
  DATA_DIR: join(directory, 'data'),
  LIBRARY_DIRS: join(directory, 'papers'),
});

function assistant(forgetHistory: boolean): KillableAssistant {
  const settings = {
    environment: {
      ...environment(),
      SLACK_API_URL: slack.url,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
    },
    forgetHistory,
  };
  return new KillableAssistant(settings, join(directory, 'compiled'));
}

/** Deterministic numbers in 0..1 (mulberry32), so that a failing run can be looked into. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Asks in a direct message, with a mention, or further in a thread that has begun. */
async function askSomething(number: number, asked: Message[]): Promise<Message> {
  const subject = subjects[number % subjects.length];
  const text = `By how much did waiting for ${subject} fall? (${number})`;
  const person = slack.actAs(['amira', 'tom', 'leo', 'sofia'][number % 4] ?? 'amira');
  const begun = asked.find((message) => message.channel === asked[0]?.channel);
  if (number % 5 === 4 && begun !== undefined) {
    return person.mention(begun.channel, text, { threadTs: begun.ts });
  }
  return number % 2 === 0 ? person.mention('general', text) : person.directMessage(text);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Resolves when Slack takes the next message of the app, before the app has been told so. */
function nextPost(mostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = slack.onMessage((message) => {
      if (message.isFromApp) done();
    });
    const timer = setTimeout(() => done(), mostMs);
    const done = (): void => {
      stop();
      clearTimeout(timer);
      resolve();
    };
  });
}

function countAnswers(asked: readonly Message[]): { expected: number; posted: number }[] {
  const threads = new Map<string, { channel: string; root: string; expected: number }>();
  for (const { channel, ts, threadTs } of asked) {
    const root = threadTs ?? ts;
    const known = threads.get(`${channel}:${root}`)?.expected ?? 0;
    threads.set(`${channel}:${root}`, { channel, root, expected: known + 1 });
  }
  return [...threads.values()].map(({ channel, root, expected }) => ({
    expected,
    posted: repliesInThread(slack, channel, root).length,
  }));
}

async function untilAnswered(asked: readonly Message[], mostMs: number): Promise<void> {
  const end = Date.now() + mostMs;
  while (Date.now() < end) {
    if (countAnswers(asked).every(({ expected, posted }) => posted >= expected)) return;
    await pause(50);
  }
}

test('killed at any moment, every question is answered exactly once', async () => {
  const random = randomNumbers(20_141_006);
  const concord = assistant(false);
  const asked: Message[] = [];
  const ask = async (): Promise<void> => {
    for (let count = 0; count < questionsPerLife; count += 1) {
      asked.push(await askSomething(asked.length, asked));
    }
  };
  for (let life = 0; life < kills; life += 1) {
    const listening = concord.start().catch(() => {});
    // Some die while they start, some at the moment a message of theirs has been posted, some at
    // no moment in particular.
    const kind = life % 5;
    if (kind === 0) await Promise.race([listening, pause(random() * 900)]);
    else await listening;
    await ask();
    if (kind === 1 || kind === 2) await nextPost(1_500);
    else if (kind === 3) await pause(random() * 120);
    else await pause(random() * 900);
    await concord.kill();
  }
  await concord.start();
  await untilAnswered(asked, 60_000);
  await slack.settled(30_000);
  // Whatever might still be posted a second time is posted within a lease.
  await pause(1_500);
  await concord.kill();

  expect(concord.errors).toBe('');
  expect(concord.kills).toBeGreaterThanOrEqual(kills);
  expect(asked.length).toBeGreaterThanOrEqual(40);
  expect(slack.counters.lost).toBe(0);
  for (const { expected, posted } of countAnswers(asked)) expect(posted).toBe(expected);
  const replies = slack.messages('general').filter((message) => message.isFromApp);
  expect(
    replies.filter((message) => message.text.includes('fell by a third')).length,
  ).toBeGreaterThan(0);
  const database = await openDatabase(join(directory, 'data', 'concord.sqlite'));
  const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database.db);
  expect(check.rows).toEqual([{ integrity_check: 'ok' }]);
  // Every one of them was ended, and carries the id of its delivery.
  for (const { stream, metadata } of slack.messages('general').filter((each) => each.isFromApp)) {
    expect(stream?.state).not.toBe('in_progress');
    expect(metadata).not.toBeNull();
  }
  expect(slack.calls.some(({ method }) => method === 'chat.startStream')).toBe(true);
  const apologies = slack.calls.filter((call) => String(call.arguments.text).includes('Sorry'));
  expect(apologies).toEqual([]);
  await database.close();
}, 240_000);

test('the same would show an assistant that does not look before it posts again', async () => {
  const concord = assistant(true);
  const asked: Message[] = [];
  for (let life = 0; life < 2; life += 1) {
    await concord.start();
    asked.push(await askSomething(asked.length, asked));
    await nextPost(10_000);
    await concord.kill();
  }
  await concord.start();
  await untilAnswered(asked, 30_000);
  await pause(1_500);
  await concord.kill();
  expect(countAnswers(asked).some(({ expected, posted }) => posted > expected)).toBe(true);
}, 120_000);
