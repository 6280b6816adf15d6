import { describe, expect, onTestFinished, test } from 'vitest';
import { registerNotices } from '../../src/commands/notices.ts';
import { openNoticeDesk } from '../../src/compose-notice-desk.ts';
import { readConfig } from '../../src/config.ts';
import { NoticeFileError, noticeIdOf } from '../../src/notices/index.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { createTestClock } from '../fakes/test-clock.ts';
import { runCommand } from './command-harness.ts';

const session = `
- id: discharge
  session: Discharge, together
  start: Tuesday 24 November 2026 2pm to 3:30pm
  place: Room 2
  capacity: 1
  channels: [C0GENERAL, C0OTHER]
  author: U0STAFF
  announce: 2026-11-10 09:00
  reminders: [1440]
`;

/** Runs commands one after the other on one database. */
async function setUp() {
  const clock = createTestClock(Date.parse('2026-11-09T09:00:00Z'));
  const { log } = createRecordingLog();
  const files = new Map<string, string>([['session.yaml', session]]);
  const open = async (environment: Record<string, string>) => {
    const config = { ...readConfig(environment, '/nowhere'), databaseLocation: ':memory:' };
    const desk = await openNoticeDesk(config, { clock, log });
    onTestFinished(() => desk.close());
    return desk;
  };
  const desk = await open({});
  const asking = await open({ NOTICE_APPROVAL: 'on' });
  const run = (argv: string[], environment: Record<string, string> = {}) =>
    runCommand(
      registerNotices({
        open: async () => ({
          ...(environment.NOTICE_APPROVAL === 'on' ? asking : desk),
          close: async () => {},
        }),
        readFile: async (path) => {
          const text = files.get(path);
          if (text === undefined) throw new Error('no such file');
          return text;
        },
        writeFile: async (path, text) => void files.set(path, text),
        clock,
      }),
      ['notices', ...argv],
      environment,
    );
  return { run, desk, clock, files };
}

const send = ['send', '--file', 'session.yaml'];
const id = noticeIdOf('discharge');

describe('concord notices', () => {
  test('a dry run tells what would be sent, when and where, and changes nothing', async () => {
    const { run, desk } = await setUp();
    const { printed, status } = await run([...send, '--dry-run']);
    expect(status).toBe(0);
    for (const line of [
      'Tuesday, 24 November 2026, 14:00 – 15:30 (Europe/London)',
      'Tuesday, 10 November 2026, 09:00 (Europe/London)  announcement → C0GENERAL',
      'Tuesday, 10 November 2026, 09:00 (Europe/London)  announcement → C0OTHER',
      'Monday, 23 November 2026, 14:00 (Europe/London)  reminder, 1 day before → everybody',
      '| Session: Discharge, together.',
      '1 notice, 3 tasks',
      'Nothing was changed.',
    ]) {
      expect(printed).toContain(line);
    }
    expect(await desk.store.latest(10)).toEqual([]);
    const { json } = await run([...send, '--dry-run', '--json']);
    expect(json).toMatchObject({
      dryRun: true,
      notices: [{ id, wasKnown: false, tasks: [{ place: 'C0GENERAL' }, {}, {}] }],
    });
  });

  test('a file is announced once, however often it is sent', async () => {
    const { run, desk } = await setUp();
    const first = await run(send);
    expect(first.printed).toContain(
      'is announced Tuesday, 10 November 2026, 09:00 (Europe/London) in C0GENERAL, C0OTHER',
    );
    expect(first.noted).toContain('concord start');
    const tasks = await desk.outbox.of(id);
    expect(tasks).toHaveLength(3);
    const again = await run(send);
    expect(again.printed).toContain('sent before: left as it is');
    expect(await desk.outbox.of(id)).toEqual(tasks);
    expect((await run([...send, '--dry-run'])).printed).toContain('it would be left as it is');
  });

  test('what an earlier run did not come to is done by the next', async () => {
    const { run, desk } = await setUp();
    await run(send);
    await desk.notices.takeBack(id);
    expect(await desk.outbox.of(id)).toEqual([]);
    await run(send);
    expect((await desk.store.find(id))?.state).toBe('scheduled');
    expect(await desk.outbox.of(id)).toHaveLength(3);
  });

  test('two who send the same file at once announce it once', async () => {
    const { run, desk } = await setUp();
    const both = await Promise.all([run(send), run(send)]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(both.map(({ printed }) => /sent before/.test(printed)).toSorted()).toEqual([
      false,
      true,
    ]);
    expect(await desk.outbox.of(id)).toHaveLength(3);
  });

  test('nothing of a file is sent unless all of it is right', async () => {
    const { run, desk, files } = await setUp();
    files.set('session.yaml', `${session}- session: Other\n  start: soon\n`);
    await expect(run(send)).rejects.toThrow(NoticeFileError);
    expect(await desk.store.latest(10)).toEqual([]);
    const missing = await run(['send', '--file', 'other.yaml']);
    expect(missing).toMatchObject({
      status: 1,
      failure: 'other.yaml cannot be read: no such file',
    });
    expect((await run(['send'])).status).toBe(2);
  });

  test('a name of a channel needs a Slack to look it up in', async () => {
    const { run, files } = await setUp();
    files.set('session.yaml', session.replace('C0GENERAL', "'#general'"));
    await expect(run(send)).rejects.toMatchObject({
      forPeople: /line 7, channels: names of channels are looked up in Slack/,
    });
  });

  test('where somebody has to agree, a file asks for it', async () => {
    const { run } = await setUp();
    const { printed } = await run(send, { NOTICE_APPROVAL: 'on' });
    expect(printed).toContain('waits for somebody to agree');
    const dry = await run([...send, '--dry-run'], { NOTICE_APPROVAL: 'on' });
    expect(dry.printed).toContain('left as it is');
  });

  test('lists and shows what there is, by its id in the file too', async () => {
    const { run, desk, clock } = await setUp();
    expect((await run(['list'])).printed).toContain('No notices.');
    await run(send);
    const { printed } = await run(['list']);
    expect(printed).toContain(`${id}  Discharge, together`);
    expect(printed).toContain('scheduled · to be announced Tuesday, 10 November 2026');
    const shown = await run(['show', 'discharge']);
    expect(shown.printed).toContain('to C0GENERAL, C0OTHER, by U0STAFF');
    expect(shown.printed).toContain('announcement → C0OTHER');
    const { json } = await run(['show', id, '--json']);
    expect(json).toMatchObject({ notice: { id }, places: { left: 1 } });
    clock.advance(30 * 24 * 60 * 60 * 1_000);
    expect((await run(['list'])).printed).toContain('No notices.');
    expect((await run(['list', '--all', '--json'])).json).toHaveLength(1);
    expect(await run(['show', 'nothing'])).toMatchObject({ status: 1 });
    expect(await desk.store.find(id)).not.toBeNull();
  });

  test('calls a session off, or it and all later ones', async () => {
    const { run, desk, files } = await setUp();
    files.set('session.yaml', `${session}  repeat: FREQ=WEEKLY;COUNT=3\n`);
    await run(send);
    const second = noticeIdOf('discharge', 2);
    expect((await run(['cancel', second, '--later'])).printed).toContain('Called off: Discharge');
    const states = (await desk.store.ofSeries(noticeIdOf('discharge'))).map(({ state }) => state);
    expect(states).toEqual(['scheduled', 'cancelled', 'cancelled']);
    await expect(run(['cancel', second])).rejects.toMatchObject({ code: 'notice-state' });
  });

  test('tells who comes, as a table too', async () => {
    const { run, desk, files } = await setUp();
    await run(send);
    await desk.notices.reply(id, 'U0AMIRA', 'going');
    await desk.notices.reply(id, 'U0TOM', 'going');
    const { printed } = await run(['attendees', 'discharge']);
    expect(printed).toBe('U0AMIRA  going\nU0TOM  waiting\n1 going, 1 waiting, 0 maybe, 0 cannot\n');
    await run(['attendees', 'discharge', '--csv', 'people.csv']);
    expect(files.get('people.csv')?.split('\r\n')).toEqual([
      'Name,Slack id,Reply',
      'U0AMIRA,U0AMIRA,going',
      'U0TOM,U0TOM,waiting (1)',
      '',
    ]);
  });

  test('makes calendars to subscribe to, where they are served', async () => {
    const { run, desk } = await setUp();
    const create = ['feed', 'create', '--audience', 'members'];
    expect(await run(create)).toMatchObject({ status: 1, failure: /CALENDAR_PORT and PUBLIC_URL/ });
    const served = { CALENDAR_PORT: '8080', PUBLIC_URL: 'https://concord.example.org' };
    const { printed } = await run(create, served);
    const [, token = ''] =
      /^https:\/\/concord\.example\.org\/calendar\/(\w+)\.ics\n$/.exec(printed) ?? [];
    expect(await desk.feeds.read(token)).toContain('BEGIN:VCALENDAR');
    const listed = (await run(['feed', 'list'])).printed;
    expect(listed).toMatch(/^\w{8} {2}members · made 2026-11-09 09:00 UTC\n$/);
    expect(listed).not.toContain(token);
    const feed = listed.slice(0, 8);
    expect((await run(['feed', 'revoke', feed])).status).toBe(0);
    expect(await desk.feeds.read(token)).toBeNull();
    expect((await run(['feed', 'revoke', feed])).status).toBe(1);
    expect((await run(['feed', 'list'])).printed).toContain('revoked');
    expect((await run(['feed', 'create', '--audience', 'all'])).status).toBe(2);
  });
});
