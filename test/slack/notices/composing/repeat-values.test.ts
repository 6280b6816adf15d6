import { describe, expect, test } from 'vitest';
import { readEntered } from '../../../../src/slack/notices/composing/entered-values.ts';
import { readRepeat, repeatValues } from '../../../../src/slack/notices/composing/repeat-values.ts';
import { seriesLines } from '../../../../src/slack/notices/composing/series-lines.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';

const session = { start: '2026-11-24T14:00', zone: 'Europe/London' };

const entered = (repeats: string, until: string, except = '') =>
  readEntered({
    'notice-repeats': { 'notice-repeats': { selected_option: { value: repeats } } },
    'notice-until': { 'notice-until': { value: until } },
    'notice-except': { 'notice-except': { value: except } },
  });

const read = (repeats: string, until: string, except = '', start = session.start) =>
  readRepeat(entered(repeats, until, except), { ...session, start });

describe('how often a session takes place', () => {
  test.each([
    ['week', '6 times', 'FREQ=WEEKLY;COUNT=6'],
    ['fortnight', '6', 'FREQ=WEEKLY;INTERVAL=2;COUNT=6'],
    ['month-weekday', '30 June 2027', 'FREQ=MONTHLY;BYDAY=4TU;UNTIL=20270630'],
    ['month-date', '30 June', 'FREQ=MONTHLY;BYMONTHDAY=24;UNTIL=20270630'],
  ])('every %s until %s is a rule', (repeats, until, rule) => {
    expect(read(repeats, until)).toEqual({ recurrence: { rule, except: [] } });
  });

  test('is not asked, or never: then it does not', () => {
    expect(read('never', '')).toEqual({ recurrence: null });
    expect(readRepeat(readEntered({}), session)).toEqual({ recurrence: null });
  });

  test('on a fifth weekday of a month means its last', () => {
    expect(read('month-weekday', '3', '', '2026-12-29T14:00')).toMatchObject({
      recurrence: { rule: 'FREQ=MONTHLY;BYDAY=-1TU;COUNT=3' },
    });
  });

  test('leaves out dates, each of which has a session', () => {
    expect(read('week', '6', '29 December\n\n1 December')).toMatchObject({
      recurrence: { except: ['2026-12-01', '2026-12-29'] },
    });
    expect(read('week', '6', '25 December')).toEqual({
      errors: { 'notice-except': 'There is no session on Friday 25 December 2026.' },
    });
    expect(read('week', '6', '24 November')).toEqual({
      errors: { 'notice-except': expect.stringContaining('cannot be left out') },
    });
    expect(read('week', '6', 'Christmas or so')).toEqual({
      errors: { 'notice-except': expect.stringContaining('as a date') },
    });
  });

  test.each([
    ['', 'Say until when'],
    ['once', 'as a date'],
    ['1', 'at least 2 times'],
    ['30 November', 'one session alone'],
    ['90', '60 are the most'],
    ['24 November 2060', 'sessions at most'],
  ])('until “%s” is not clear, and it is said why', (until, why) => {
    expect(read('week', until)).toEqual({
      errors: { 'notice-until': expect.stringContaining(why) },
    });
  });

  test('can be changed where it was entered', () => {
    const values = repeatValues({
      rule: 'FREQ=MONTHLY;BYDAY=4TU;UNTIL=20270630',
      except: ['2026-12-22'],
    });
    expect(values).toEqual({
      repeats: 'month-weekday',
      until: 'Wednesday 30 June 2027',
      except: ['Tuesday 22 December 2026'],
    });
    const { repeats, until, except } = values;
    expect(read(repeats, until, except.join('\n'))).toEqual({
      recurrence: { rule: 'FREQ=MONTHLY;BYDAY=4TU;UNTIL=20270630', except: ['2026-12-22'] },
    });
    expect(repeatValues({ rule: 'FREQ=WEEKLY;COUNT=6', except: [] })).toMatchObject({
      repeats: 'week',
      until: '6 times',
    });
    expect(repeatValues(undefined)).toEqual({ repeats: 'never', until: '', except: [] });
  });
});

describe('the dates of a series', () => {
  const linesOf = (rule: string, except: string[] = []) =>
    Object.fromEntries(seriesLines(sampleSession({}, { recurrence: { rule, except } })));

  test('are told in full, with how many there are and the last', () => {
    expect(linesOf('FREQ=WEEKLY;INTERVAL=2;COUNT=4', ['2026-12-22'])).toEqual({
      Repeats: 'every two weeks: 3 in all, until Tuesday 5 January 2027',
      'All dates': 'Tue 24 Nov 2026, 14:00; Tue 8 Dec 2026, 14:00; Tue 5 Jan 2027, 14:00',
      'Not on': 'Tuesday 22 December 2026',
    });
    expect(linesOf('FREQ=MONTHLY;BYDAY=4TU;COUNT=2').Repeats).toContain(
      'every month on the fourth Tuesday',
    );
    expect(linesOf('FREQ=MONTHLY;BYMONTHDAY=24;COUNT=2').Repeats).toContain(
      'every month on day 24',
    );
  });

  test('of a long one are counted, and the first named', () => {
    const { 'All dates': dates = '' } = linesOf('FREQ=WEEKLY;COUNT=30');
    expect(dates).toMatch(/; and 18 more$/);
    expect(dates.split('; ')).toHaveLength(13);
  });

  test('are told of a series alone', () => {
    expect(seriesLines(sampleSession())).toEqual([]);
    const recurrence = { rule: 'FREQ=WEEKLY;COUNT=3', except: [] };
    expect(seriesLines(sampleSession({ seriesId: 's1' }, { recurrence }))).toEqual([]);
  });
});
