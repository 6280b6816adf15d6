import { describe, expect, test } from 'vitest';
import { NoticeFileError, readNoticeFile } from '../../../src/notices/index.ts';

function problemsOf(text: string): string {
  try {
    readNoticeFile(text);
  } catch (error) {
    if (error instanceof NoticeFileError) return error.forPeople;
    throw error;
  }
  return '';
}

const session = 'session: Discharge\nstart: 24 November 2026 14:00 to 15:30\n';

describe('a file of notices', () => {
  test('is one notice, a list, or a list under a name', () => {
    const entry = { session: 'Discharge', start: '24 November 2026 14:00 to 15:30' };
    expect(readNoticeFile(session)[0]?.entry).toEqual(entry);
    expect(readNoticeFile(`notices:\n  - ${session.replace('\n', '\n    ')}`)[0]?.entry).toEqual(
      entry,
    );
    expect(readNoticeFile(JSON.stringify([entry, { publication: 'a.md' }]))).toHaveLength(2);
  });

  test('is read as it is written, figures and times too', () => {
    const [read] = readNoticeFile(
      `${session}capacity: 40\nreminders: [60, 15]\nchannels: '#one'\nplace: 007\nspeakers:\n  - Dr A\n  - Dr A\n  - ''\n`,
    );
    expect(read?.entry).toMatchObject({
      capacity: 40,
      reminders: [60, 15],
      channels: ['#one'],
      place: '007',
      speakers: ['Dr A'],
    });
    expect(read?.lineOf('speakers')).toBe(7);
    expect(read?.lineOf('link')).toBe(1);
    expect(readNoticeFile(`${session}reminders: none`)[0]?.entry).toMatchObject({ reminders: [] });
  });

  test.each([
    ['capacity: many', 'line 3, capacity: expected a whole number'],
    ['audience: all', 'line 3, audience: expected one of public, members'],
    ['wehn: now', 'line 3, wehn: there is no such field'],
    ['except:\n  - 2026-12-29\n  - Easter', 'line 3, except: expected dates'],
    ['remind-in: channel', 'line 3, remind-in: expected thread or direct-message'],
    ['id: a b', 'line 3, id: expected a name'],
    ['channels: {a: b}', 'line 3, channels: expected a text'],
    ['start: 2pm', 'line 3: This is no YAML or JSON: Map keys must be unique.'],
  ])('says where %s is wrong', (line, problem) => {
    expect(problemsOf(session + line)).toContain(problem);
  });

  test('names everything that is wrong, in the order of its lines', () => {
    const problems = problemsOf('- session: A\n- title: B\n- publication: ""\n  text: T\n');
    expect(problems.split('\n').slice(1)).toEqual([
      '  line 1, start: is missing',
      '  line 2: say what it is: session: TITLE, or publication: ID',
      '  line 2, start: is missing',
      '  line 2, title: there is no such field; see: concord notices send --help',
      '  line 3, publication: is empty',
    ]);
  });

  test.each([
    ['', 'There is no notice in the file.'],
    ['[]', 'There is no notice in the file.'],
    ['only text', 'line 1: expected fields'],
    ['session: *name', 'Aliases'],
    ['a: [', 'line 1: This is no YAML or JSON'],
    ['notices: []\nmore: 1', 'there must not be “more”'],
  ])('cannot be %s', (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });

  test('has its limits', () => {
    expect(problemsOf(' '.repeat(1_000_001))).toContain('too large');
    const many = Array.from({ length: 201 }, () => ({ publication: 'a' }));
    expect(problemsOf(JSON.stringify(many))).toContain('200 notices at most');
  });
});
