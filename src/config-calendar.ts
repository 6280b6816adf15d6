import { z } from 'zod';
import { url } from './config-fields.ts';

/** Where calendars that people subscribe to are served; null when they are not. */
export interface CalendarConfig {
  port: number;
  /** What leads here from outside, without a slash at the end. */
  publicUrl: string;
}

const expectedPort = 'expected a port from 0 to 65535; empty to serve no calendars';

/** The variables of calendar feeds, as a part of the environment's schema. */
export const calendarFields = {
  CALENDAR_PORT: z.preprocess(
    (value) => (value === undefined || value === '' ? undefined : Number(value)),
    z.int({ error: expectedPort }).min(0, expectedPort).max(65_535, expectedPort).optional(),
  ),
  PUBLIC_URL: z.preprocess((value) => value || undefined, url.optional()),
};

const calendarSchema = z.object(calendarFields);

/** Where calendars are served. Adds what is missing to `problems`. */
export function readCalendar(
  { CALENDAR_PORT: port, PUBLIC_URL: publicUrl }: z.infer<typeof calendarSchema>,
  problems: string[],
): CalendarConfig | null {
  if (port === undefined) return null;
  if (publicUrl === undefined) {
    problems.push(
      'PUBLIC_URL: needed when CALENDAR_PORT is set: the address that leads to it, such as https://concord.example.org',
    );
    return null;
  }
  return { port, publicUrl: publicUrl.replace(/\/+$/, '') };
}
