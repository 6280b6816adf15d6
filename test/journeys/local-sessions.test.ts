import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { registerNotices } from '../../src/commands/notices.ts';
import { openAssistant } from '../../src/compose-assistant.ts';
import { openNoticeDesk } from '../../src/compose-notice-desk.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/observability/log.ts';
import { runCommand } from '../commands/command-harness.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Everything as `npm start` has it, and the command line beside it. */
async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'concord-sessions-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'values.md'), '# Values\n\nSuccess is judged by outcomes.\n');
  const calendarPort = await freePort();
  const environment = {
    DATA_DIR: join(folder, 'data'),
    LIBRARY_DIRS: folder,
    LIBRARY_CHECK_INTERVAL_MS: '100',
    PLAYGROUND_PORT: '0',
    NOTICE_GRACE_SECONDS: '0',
    CALENDAR_PORT: String(calendarPort),
    PUBLIC_URL: `http://127.0.0.1:${calendarPort}`,
  };
  const config = readConfig(environment, folder);
  const assistant = await openAssistant(config, { clock: systemClock, log: silentLog });
  onTestFinished(() => assistant.close());
  await assistant.library.ingest();
  await assistant.start();
  if (assistant.localSlack === null) throw new Error('no local Slack was started');
  const slack = assistant.localSlack.driver;
  const run = (argv: string[], file = '') =>
    runCommand(
      registerNotices({
        open: (read: Config) =>
          openNoticeDesk(
            { ...read, databaseLocation: config.databaseLocation },
            { clock: slack.clock, log: silentLog },
          ),
        readFile: async () => file,
        writeFile: async () => {},
        clock: slack.clock,
      }),
      ['notices', ...argv],
      environment,
    );
  return { slack, run };
}

const patience = { timeout: 20_000 };

test('a session sent by a command is announced, answered from, in a calendar, and called off', async () => {
  const { slack, run } = await start();
  const feed = await run(['feed', 'create', '--audience', 'members', '--json']);
  const { address } = feed.json as { address: string };
  const calendar = async () => (await fetch(address)).text();
  expect(await calendar()).not.toContain('VEVENT');

  const amira = slack.actAs('amira');
  const channel = Object.values(slack.workspace.conversations).find(
    ({ kind, memberIds, isArchived }) =>
      kind === 'public' && !isArchived && memberIds.includes(slack.workspace.app.botUserId),
  );
  const day = new Date(slack.clock.now() + 20 * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  const file = JSON.stringify({
    id: 'discharge',
    session: 'Discharge, together',
    start: `${day} 14:00`,
    end: '15:30',
    place: 'Room 2',
    author: slack.actAs('sofia').userId,
    channels: [channel?.id],
  });
  expect((await run(['send', '--file', 'session.json'], file)).status).toBe(0);
  const posted = () =>
    slack.messages(channel?.id ?? '').filter(({ text }) => text.includes('Discharge, together'));
  await expect.poll(() => posted().length, patience).toBe(1);
  expect(await calendar()).toContain('SUMMARY:Discharge\\, together');

  const ask = async (): Promise<string> => {
    const asked = await amira.post(
      amira.directMessageChannel,
      'When is the next session on discharge?',
    );
    const reply = await slack.waitForReply(
      { channel: amira.directMessageChannel, threadTs: asked.ts },
      patience.timeout,
    );
    return JSON.stringify(reply.blocks);
  };
  await expect
    .poll(ask, { ...patience, interval: 300 })
    .toContain('from 14:00 to 15:30 (Europe/London)');
  expect(await ask()).toContain(`/archives/${channel?.id}/p${posted()[0]?.ts.replace('.', '')}`);

  expect((await run(['cancel', 'discharge'])).status).toBe(0);
  await expect.poll(() => posted()[0]?.text, patience).toContain('called off');
  await expect.poll(ask, { ...patience, interval: 300 }).not.toContain('from 14:00 to 15:30');
  expect(await calendar()).not.toContain('VEVENT');
}, 90_000);

test('somebody subscribes to their own sessions, takes the address back and deletes what is kept', async () => {
  const { slack, run } = await start();
  const amira = slack.actAs('amira');
  const channel = Object.values(slack.workspace.conversations).find(
    ({ name }) => name === 'general',
  );
  const day = new Date(slack.clock.now() + 20 * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  const session = { start: `${day} 14:00`, end: '15:30', place: 'Room 2' };
  const common = { ...session, author: slack.actAs('sofia').userId, channels: [channel?.id] };
  for (const title of ['Discharge', 'Referral']) {
    const file = JSON.stringify({ ...common, id: title, session: title });
    expect((await run(['send', '--file', 'session.json'], file)).status).toBe(0);
  }
  const cards = () => slack.messages('general').filter(({ isFromApp }) => isFromApp);
  await expect.poll(() => cards().length, patience).toBe(2);
  const discharge = cards().find(({ text }) => text.includes('Discharge'));
  await amira.clickButton('general', discharge?.ts ?? '', 'session-going');

  const home = () => JSON.stringify(amira.home?.blocks ?? '');
  await amira.openHome();
  await expect.poll(home, patience).toContain('own-calendar-subscribe');
  const addressIn = () =>
    /http:[^`\\]+\.ics/.exec(JSON.stringify(amira.modal?.blocks ?? ''))?.[0] ?? '';
  await amira.actOnHome('own-calendar-subscribe');
  await expect.poll(addressIn, patience).toContain('/calendar/');
  const first = addressIn();
  const read = async (address: string) => {
    const response = await fetch(address);
    return response.ok ? response.text() : String(response.status);
  };
  await expect.poll(() => read(first), patience).toContain('SUMMARY:Discharge');
  expect(await read(first)).not.toContain('Referral');
  await amira.closeView();

  await expect.poll(home, patience).toContain('own-calendar-renew');
  await amira.actOnHome('own-calendar-renew');
  await expect.poll(addressIn, patience).not.toBe('');
  const second = addressIn();
  expect(second).not.toBe(first);
  expect(await read(first)).toBe('404');
  expect(await read(second)).toContain('SUMMARY:Discharge');
  await amira.closeView();

  await expect.poll(home, patience).toContain('The address of your calendar, until you change it');
  await amira.actOnHome('delete-my-data');
  await expect.poll(home, patience).toContain('own-calendar-subscribe');
  expect(await read(second)).toBe('404');
  expect(home()).not.toContain(second);
}, 90_000);
