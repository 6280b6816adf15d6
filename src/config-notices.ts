import { z } from 'zod';
import { channelId, integer, optionalText } from './config-fields.ts';
import type { DigestSettings, QuietHours } from './notices/index.ts';
// Not through the index: every command reads the configuration, and the rest of notices takes time.
import { isZone } from './notices/time/local-time.ts';

/** How notices are sent. */
export interface NoticesConfig {
  /** Whether a second person has to agree to a notice. */
  needsApproval: boolean;
  /** When nobody is reminded; null when people may be at any time. */
  quietHours: QuietHours | null;
  /** IANA zone in which people who have none of their own read times. */
  timeZone: string;
  /** How long an announcement that is sent at once can still be taken back, ms. */
  graceMs: number;
  /** Minutes before a session at which people are reminded unless its author says, descending. */
  reminders: number[];
  /** When and where the weekly digest comes; null when there is none. */
  digest: DigestSettings | null;
}

const switchedOn = z
  .preprocess((value) => value || undefined, z.enum(['on', 'off']).default('off'))
  .transform((value) => value === 'on');

const hours = /^([01]?\d|2[0-3]):([0-5]\d)\s*-\s*([01]?\d|2[0-4]):([0-5]\d)$/;
const dayMinutes = 24 * 60;

/** Minutes after midnight at which quiet begins and ends; null when not set. */
const quietHours = optionalText.transform((value, context) => {
  if (value === undefined) return null;
  const [, fromHour, fromMinute, toHour, toMinute] = hours.exec(value) ?? [];
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  if (fromHour !== undefined && to <= dayMinutes && from !== to % dayMinutes) {
    return { from, to: to % dayMinutes };
  }
  context.addIssue('expected two different times of day, such as 19:00-08:00; empty for none');
  return z.NEVER;
});

/** As few as a session has room for, from a minute to sixty days before. */
const mostReminders = 5;
const longestReminder = 60 * dayMinutes;
const expectedReminders = `expected at most ${mostReminders} whole numbers of minutes from 1 to ${longestReminder}, separated by commas, such as 10080,1440,60; or none`;

const reminders = optionalText.transform((value, context) => {
  if (value === 'none') return [];
  const parts = (value ?? '10080,1440,60').split(',').map((part) => part.trim());
  const minutes = parts.map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : 0));
  const areRight = minutes.every((one) => one >= 1 && one <= longestReminder);
  if (areRight && minutes.length <= mostReminders) {
    return [...new Set(minutes)].sort((one, other) => other - one);
  }
  context.addIssue(expectedReminders);
  return z.NEVER;
});

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const weekly = /^([a-z]+)\s+([01]?\d|2[0-3]):([0-5]\d)$/i;

/** Day of the week and time of day; null when not set. */
const digestTime = optionalText.transform((value, context) => {
  if (value === undefined) return null;
  const [, day = '', hour, minute] = weekly.exec(value) ?? [];
  const weekday = weekdays.indexOf(day.toLowerCase()) + 1;
  if (weekday > 0) return { weekday, minute: Number(hour) * 60 + Number(minute) };
  context.addIssue('expected a day of the week and a time, such as Monday 08:30; empty for none');
  return z.NEVER;
});

/** The variables of notices, as a part of the environment's schema. */
export const noticeFields = {
  NOTICE_APPROVAL: switchedOn,
  NOTICE_QUIET_HOURS: quietHours,
  NOTICE_QUIET_WEEKENDS: switchedOn,
  NOTICE_TIME_ZONE: optionalText
    .transform((value) => value ?? 'Europe/London')
    .refine(isZone, 'expected a time zone of the IANA database, such as Europe/London or UTC'),
  NOTICE_GRACE_SECONDS: integer(30, 0, 3_600),
  NOTICE_REMINDERS: reminders,
  NOTICE_DIGEST: digestTime,
  SLACK_DIGEST_CHANNEL: channelId,
};

const noticeSchema = z.object(noticeFields);

/** How notices are sent. */
export function readNotices(values: z.infer<typeof noticeSchema>): NoticesConfig {
  const { NOTICE_QUIET_HOURS: hoursOfDay, NOTICE_QUIET_WEEKENDS: weekends } = values;
  const zone = values.NOTICE_TIME_ZONE;
  const { NOTICE_DIGEST: time, SLACK_DIGEST_CHANNEL: channel = null } = values;
  const isEver = hoursOfDay !== null || weekends;
  return {
    needsApproval: values.NOTICE_APPROVAL,
    // Hours that end when they begin are none.
    quietHours: isEver ? { ...(hoursOfDay ?? { from: 0, to: 0 }), weekends, zone } : null,
    timeZone: zone,
    graceMs: values.NOTICE_GRACE_SECONDS * 1_000,
    reminders: values.NOTICE_REMINDERS,
    digest: time === null ? null : { ...time, zone, channel },
  };
}
