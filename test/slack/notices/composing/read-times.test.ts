import { describe, expect, test } from 'vitest';
import { readEntered } from '../../../../src/slack/notices/composing/entered-values.ts';
import { typedTime } from '../../../../src/slack/notices/composing/form-values.ts';
import {
  readAnnouncement,
  readSessionTimes,
} from '../../../../src/slack/notices/composing/read-times.ts';

const now = Date.parse('2026-11-22T15:00:00Z');

function entered(fields: { start?: string; end?: string; zone?: string; announce?: string }) {
  const { start = '', end = '', zone = 'Europe/London', announce = '' } = fields;
  const text = (id: string, value: string) => ({ [id]: { [id]: { value } } });
  return readEntered({
    ...text('notice-start', start),
    ...text('notice-end', end),
    ...text('notice-announce', announce),
    'notice-zone': { 'notice-zone': { selected_option: { value: zone } } },
  });
}

describe('the times of a session', () => {
  test.each([
    ['24 November 2pm', '3:30pm', '2026-11-24T14:00', '2026-11-24T15:30'],
    ['24 November 2pm', '15:30', '2026-11-24T14:00', '2026-11-24T15:30'],
    ['24 November 14:00', '90 minutes', '2026-11-24T14:00', '2026-11-24T15:30'],
    ['24 November 14:00', '1.5 hours', '2026-11-24T14:00', '2026-11-24T15:30'],
    ['24 November 14:00', 'an hour', '2026-11-24T14:00', '2026-11-24T15:00'],
    ['24 November 14:00', '25 November 12:00', '2026-11-24T14:00', '2026-11-25T12:00'],
    ['24 November 2pm to 4pm', '', '2026-11-24T14:00', '2026-11-24T16:00'],
    ['24 November 2pm', '', '2026-11-24T14:00', '2026-11-24T15:00'],
  ])('%s, %s', (start, end, startsAt, endsAt) => {
    expect(readSessionTimes(entered({ start, end }), now)).toEqual({
      start: startsAt,
      end: endsAt,
      zone: 'Europe/London',
    });
  });

  test('last as long as was said over a change of clocks', () => {
    // On 25 October 2026 clocks go back at two o'clock.
    const summer = Date.parse('2026-10-01T09:00:00Z');
    const times = entered({ start: '25 October 2026 00:30', end: '3 hours' });
    expect(readSessionTimes(times, summer)).toMatchObject({ end: '2026-10-25T02:30' });
  });

  test.each([
    [{ start: 'sometime', end: '3pm' }, 'notice-start'],
    [{ start: '24 November 2pm', end: 'late' }, 'notice-end'],
    [{ start: '24 November 2pm', end: '24 November 1pm' }, 'notice-end'],
    [{ start: '24 November 2pm', zone: 'Middle/Earth' }, 'notice-zone'],
  ])('%o is wrong in %s', (fields, field) => {
    const read = readSessionTimes(entered(fields), now);
    expect(Object.keys('errors' in read ? read.errors : {})).toEqual([field]);
  });

  test('are read back from how they are filled in', () => {
    const start = typedTime('2026-11-24T14:05');
    expect(readSessionTimes(entered({ start, end: typedTime('2026-12-01T00:00') }), now)).toEqual({
      start: '2026-11-24T14:05',
      end: '2026-12-01T00:00',
      zone: 'Europe/London',
    });
  });
});

describe('the time of an announcement', () => {
  test.each(['', 'now', 'at once'])('“%s” is at once', (announce) => {
    expect(readAnnouncement(entered({ announce }), 'Europe/London', now)).toEqual({
      announceAt: null,
    });
  });

  test('is read in the zone of whoever types it', () => {
    const read = readAnnouncement(entered({ announce: 'tomorrow 9am' }), 'America/New_York', now);
    expect(read).toEqual({ announceAt: Date.parse('2026-11-23T14:00:00Z') });
  });

  test('in the past is an error', () => {
    const read = readAnnouncement(entered({ announce: '1 May 2020 9am' }), 'Europe/London', now);
    expect(read).toEqual({ errors: { 'notice-announce': expect.stringContaining('in the past') } });
  });
});
