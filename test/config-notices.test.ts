import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, '/srv').notices;

test('notices are sent without approval, at any time, with reminders a week, a day and an hour before', () => {
  expect(read({})).toEqual({
    needsApproval: false,
    quietHours: null,
    timeZone: 'Europe/London',
    graceMs: 30_000,
    reminders: [10_080, 1_440, 60],
    digest: null,
  });
});

test('all of it can be said', () => {
  const all = read({
    NOTICE_APPROVAL: 'on',
    NOTICE_QUIET_HOURS: '19:00-8:30',
    NOTICE_QUIET_WEEKENDS: 'on',
    NOTICE_TIME_ZONE: 'America/New_York',
    NOTICE_GRACE_SECONDS: '0',
    NOTICE_REMINDERS: '15, 60,15',
    NOTICE_DIGEST: 'friday 8:05',
    SLACK_DIGEST_CHANNEL: 'C0123456789',
  });
  expect(all).toEqual({
    needsApproval: true,
    quietHours: { from: 1_140, to: 510, weekends: true, zone: 'America/New_York' },
    timeZone: 'America/New_York',
    graceMs: 0,
    reminders: [60, 15],
    digest: { weekday: 5, minute: 485, zone: 'America/New_York', channel: 'C0123456789' },
  });
});

test('quiet may end at midnight, and be at weekends alone', () => {
  expect(read({ NOTICE_QUIET_HOURS: '18:00-24:00' }).quietHours).toMatchObject({
    from: 1_080,
    to: 0,
  });
  expect(read({ NOTICE_QUIET_WEEKENDS: 'on' }).quietHours).toMatchObject({
    from: 0,
    to: 0,
    weekends: true,
  });
});

test('the digest may come to no channel', () => {
  expect(read({ NOTICE_DIGEST: ' Monday  08:30 ' }).digest).toEqual({
    weekday: 1,
    minute: 510,
    zone: 'Europe/London',
    channel: null,
  });
  expect(read({ SLACK_DIGEST_CHANNEL: 'C0123456789' }).digest).toBeNull();
});

test('there may be no reminders', () => {
  expect(read({ NOTICE_REMINDERS: 'none' }).reminders).toEqual([]);
});

test.each([
  ['NOTICE_APPROVAL', 'yes', 'on'],
  ['NOTICE_QUIET_HOURS', '19-8', '19:00-08:00'],
  ['NOTICE_QUIET_HOURS', '25:00-08:00', '19:00-08:00'],
  ['NOTICE_QUIET_HOURS', '18:00-24:01', '19:00-08:00'],
  ['NOTICE_QUIET_HOURS', '08:00-08:00', 'two different times'],
  ['NOTICE_QUIET_HOURS', '00:00-24:00', 'two different times'],
  ['NOTICE_TIME_ZONE', 'London', 'Europe/London'],
  ['NOTICE_GRACE_SECONDS', '-1', 'from 0 to 3600'],
  ['NOTICE_REMINDERS', '60,0', 'from 1 to 86400'],
  ['NOTICE_DIGEST', 'Mon 08:30', 'Monday 08:30'],
  ['NOTICE_DIGEST', 'Monday 24:00', 'Monday 08:30'],
  ['SLACK_DIGEST_CHANNEL', '#general', 'id of a channel'],
  ['NOTICE_REMINDERS', '1,2,3,4,5,6', 'at most 5'],
  ['NOTICE_REMINDERS', 'a week', 'minutes'],
])('%s is checked: %s', (name, value, expected) => {
  expect(() => read({ [name]: value })).toThrow(name);
  expect(() => read({ [name]: value })).toThrow(expected);
});
