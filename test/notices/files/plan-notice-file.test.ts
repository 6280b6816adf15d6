import { describe, expect, test } from 'vitest';
import { ConcordError } from '../../../src/errors.ts';
import {
  type Notice,
  NoticeFileError,
  noticeIdOf,
  type PlanFileOptions,
  planNoticeFile,
  readNoticeFile,
} from '../../../src/notices/index.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import { sampleSession } from '../sample-notice.ts';

const paper = samplePublication({
  id: 'p1',
  source: 'shared-clinics.md',
  title: 'Shared clinics',
  audience: 'leads',
  link: 'http://example.org/clinics',
});

function options(change: Partial<PlanFileOptions> = {}): PlanFileOptions {
  return {
    now: Date.parse('2026-11-09T09:00:00Z'),
    zone: 'Europe/London',
    reminders: [1_440, 60],
    author: 'U0STAFF',
    publication: async (named) => (named === 'p1' || named === paper.source ? paper : null),
    channel: async (name) => (name === 'general' ? 'C0GENERAL' : null),
    find: async () => null,
    ...change,
  };
}

const plan = (text: string, change: Partial<PlanFileOptions> = {}) =>
  planNoticeFile(readNoticeFile(text), options(change));

async function problemsOf(text: string, change: Partial<PlanFileOptions> = {}): Promise<string> {
  try {
    await plan(text, change);
  } catch (error) {
    if (error instanceof NoticeFileError) return error.forPeople;
    throw error;
  }
  return '';
}

const session = `session: Discharge, together
start: Tuesday 24 November 2026 2pm to 3:30pm
place: Room 2
channels: ['#general', C0OTHER, general]
`;

describe('a file of notices', () => {
  test('is worked out in full', async () => {
    const [wanted] = await plan(
      `${session}announce: 10 November 9am\npapers: [shared-clinics.md]\ncapacity: 40\nid: discharge\n`,
    );
    expect(wanted).toMatchObject({ name: 'discharge', author: 'U0STAFF', seriesId: null });
    expect(wanted?.notices).toEqual([
      {
        id: noticeIdOf('discharge'),
        known: null,
        content: {
          details: {
            kind: 'session',
            title: 'Discharge, together',
            description: '',
            start: '2026-11-24T14:00',
            end: '2026-11-24T15:30',
            zone: 'Europe/London',
            place: 'Room 2',
            link: null,
            speakers: [],
            capacity: 40,
            papers: ['p1'],
          },
          audience: 'members',
          channels: ['C0GENERAL', 'C0OTHER'],
          people: [],
          announceAt: Date.parse('2026-11-10T09:00:00Z'),
          reminders: [1_440, 60],
          remindIn: 'direct-message',
        },
      },
    ]);
  });

  test('tells of a publication of the library, to those who may read it', async () => {
    const [wanted] = await plan('publication: p1\nchannels: C0LEADS\ntext: It works.\n');
    expect(wanted?.notices[0]?.content).toMatchObject({
      details: { kind: 'publication', publicationId: 'p1', title: 'Shared clinics', link: null },
      audience: 'leads',
      announceAt: null,
      reminders: [],
    });
    const wider = 'publication: p1\nchannels: C0LEADS\naudience: members\n';
    expect(await problemsOf(wider)).toContain('line 3, audience: this publication is for leads');
  });

  test('takes instants with their own offset, and an end by itself', async () => {
    const [wanted] = await plan(
      'session: A\nstart: 2026-11-24T14:00+01:00\nend: 14:30\nlink: https://a.test/\nchannels: C0ONE',
    );
    expect(wanted?.notices[0]?.content.details).toMatchObject({
      start: '2026-11-24T13:00',
      end: '2026-11-24T14:30',
    });
  });

  test('repeats a session, each with an id of its own', async () => {
    const repeated = `${session}id: discharge\nrepeat: FREQ=WEEKLY;COUNT=3\nexcept: 2026-12-01\n`;
    const [wanted] = await plan(repeated);
    expect(wanted?.seriesId).toBe(noticeIdOf('discharge'));
    expect(
      wanted?.notices.map(({ id, content: { details } }) => [
        id,
        details.kind === 'session' && details.start,
      ]),
    ).toEqual([
      [noticeIdOf('discharge', 1), '2026-11-24T14:00'],
      [noticeIdOf('discharge', 2), '2026-12-08T14:00'],
    ]);
  });

  test('finds what was sent before, and asks nothing more of it', async () => {
    const known: Notice = sampleSession({ id: noticeIdOf('discharge') });
    const find = async (id: string) => (id === known.id ? known : null);
    const past = session.replace('2026', '2025');
    const [wanted] = await plan(`${past}id: discharge\n`, { find });
    expect(wanted?.notices[0]?.known).toBe(known);
    expect(await problemsOf(past, { find })).toContain('line 2, start: It has to begin in the');
  });

  test('says everything that keeps it from being sent', async () => {
    const problems = await problemsOf(
      [
        'session: A',
        'start: 24 November 2026',
        'place: x',
        'author: amira',
        'channels: [random]',
        'people: [tom]',
        'papers: [nothing.md]',
        'announce: someday',
        'except: [2026-12-29]',
        '',
      ].join('\n'),
    );
    for (const problem of [
      'line 2, start: “24 November 2026” says no time of day',
      'line 4, author: expected the id of a person',
      'line 5, channels: there is no channel random',
      'line 6, people: expected ids of people',
      'line 7, papers: no publication has the id or source “nothing.md”',
      'line 8, announce: I cannot read “someday”',
    ]) {
      expect(problems).toContain(problem);
    }
  });

  test.each([
    ['zone: London', 'zone: expected a time zone'],
    ['repeat: WEEKLY', 'repeat: A series repeats DAILY, WEEKLY'],
    ['except: 2026-12-29', 'except: there is nothing to leave out'],
    ['announce: 2026-11-01 09:00', 'announce: this is in the past; leave it out'],
    ['reminders: [60, 90000]', 'reminders: Reminders come at least a minute'],
    ['link: http://a.test/', 'link: A link begins with https://.'],
  ])('is held to the rules of notices: %s', async (line, problem) => {
    expect(await problemsOf(`${session}${line}\n`)).toContain(problem);
  });

  test('cannot name a notice twice, nor leave its author open', async () => {
    const two =
      '- {publication: p1, id: a, channels: C0ONE}\n- {publication: p1, id: a, channels: C0ONE}';
    expect(await problemsOf(two)).toContain('line 2, id: two notices have the id a');
    expect(await problemsOf(session, { author: null })).toContain('say whose notices these are');
  });

  test('says why a channel could not be looked up', async () => {
    const channel = async () => {
      throw new ConcordError('slack-not-connected', 'x', { forPeople: 'Set SLACK_BOT_TOKEN.' });
    };
    expect(await problemsOf(session, { channel })).toContain(
      'line 4, channels: Set SLACK_BOT_TOKEN.',
    );
  });
});
