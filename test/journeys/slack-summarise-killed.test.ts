import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openLibrary } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type LocalSlack, type Message, startLocalSlack } from '../../src/playground/index.ts';
import { KillableAssistant } from './killable-assistant.ts';
import { repliesInThread } from './slack-journey.ts';

const manifest: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../manifest.json'), 'utf8'),
);
const subjects = ['discharge', 'referral', 'outpatient', 'pharmacy', 'diabetes', 'records'];

let directory: string;
let slack: LocalSlack;

const environment = (): Record<string, string> => ({
  DATA_DIR: join(directory, 'data'),
  LIBRARY_DIRS: join(directory, 'papers'),
});

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-summaries-killed-'));
  await mkdir(join(directory, 'papers'));
  for (const subject of subjects) {
    const text = `# Lessons from ${subject}\n\nThe ${subject} team met every week. Waiting for ${subject} fell by a third in the first year. Patients said that ${subject} was explained to them better than before.\n`;
    await writeFile(join(directory, 'papers', `${subject}.md`), text);
  }
  const library = await openLibrary(readConfig(environment(), directory), {
    clock: systemClock,
    log: silentLog,
  });
  await library.ingest();
  await library.close();
  slack = await startLocalSlack({ rateLimits: false, manifest });
}, 30_000);

afterEach(async () => {
  await slack.close();
  await rm(directory, { recursive: true, force: true });
});

/** Resolves when the app has posted so many more messages, before the app has been told so. */
function nextPosts(count: number): Promise<void> {
  let left = count;
  return new Promise((resolve) => {
    const stop = slack.onMessage(({ isFromApp }) => {
      if (isFromApp) left -= 1;
      if (left > 0) return;
      stop();
      resolve();
    });
  });
}

/** What names a summary that was asked for, and what stands below. */
function summariesIn(channel: string): { named: Message; replies: Message[] }[] {
  return slack
    .messages(channel)
    .filter(({ isFromApp, threadTs }) => isFromApp && threadTs === null)
    .map((named) => ({ named, replies: repliesInThread(slack, channel, named.ts).slice(1) }));
}

test('killed at whatever post, every summary comes exactly once', async () => {
  const settings = {
    environment: {
      ...environment(),
      SLACK_API_URL: slack.url,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
    },
    forgetHistory: false,
  };
  const concord = new KillableAssistant(settings, join(directory, 'compiled'));
  const amira = slack.actAs('amira');
  for (const [index, subject] of subjects.entries()) {
    await concord.start();
    // At the message that names it, or at the summary itself.
    const posted = nextPosts(1 + (index % 2));
    const asked = await amira.slash('/summarise', `lessons ${subject}`, 'general');
    expect(asked.acknowledged).toBe(true);
    await posted;
    await concord.kill();
  }
  await concord.start();
  const channel = amira.directMessageChannel;
  await expect
    // A report that a killed process was writing is waited for until its lease has run out.
    .poll(() => summariesIn(channel).map(({ replies }) => replies.length), { timeout: 30_000 })
    .toEqual(subjects.map(() => 1));
  // Whatever might still be posted a second time is posted within a lease.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await concord.kill();
  expect(concord.errors).toBe('');
  const all = summariesIn(channel);
  expect(all.map(({ replies }) => replies.length)).toEqual(subjects.map(() => 1));
  // Requests of different conversations keep no order among each other.
  for (const subject of subjects) {
    const [own, ...others] = all.filter(({ named }) => named.text.includes(`from ${subject}`));
    expect(others).toEqual([]);
    expect(own?.replies[0]?.text).toContain(`Waiting for ${subject} fell by a third`);
  }
}, 120_000);
