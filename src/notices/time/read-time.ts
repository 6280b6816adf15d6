import { type Component, en, type ParsedComponents } from 'chrono-node';
import { DateTime } from 'luxon';
import { instantOf, type LocalTime, localTimeAt } from './local-time.ts';

/** A time that somebody typed. */
export interface ReadTime {
  start: LocalTime;
  /** When they said when it ends, too. */
  end: LocalTime | null;
  /** UTC ms of `start` and `end`. */
  startsAt: number;
  endsAt: number | null;
}

export type TimeReading =
  | { time: ReadTime }
  /** Why it cannot be used, for whoever typed it. */
  | { problem: string };

/** What may stand beside a time without changing it. */
const fillers =
  /\b(?:on|at|from|the|of|starting|starts|begins|beginning|local time|o['’]?clock)\b/giu;
const exact = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/;

/**
 * Reads a time as people type it (`next Tuesday 2pm`, `3 March 14:00 to 15:30`, `2026-11-24 14:00`),
 * in the British order of day and month, as a time still to come in the zone given.
 *
 * @param now - UTC ms.
 */
export function readTime(typed: string, zone: string, now: number): TimeReading {
  const text = typed.trim();
  if (exact.test(text)) return readExact(text.replace(' ', 'T'), zone);
  const here = DateTime.fromMillis(now, { zone });
  const results = en.GB.parse(
    text,
    { instant: here.toJSDate(), timezone: here.offset },
    { forwardDate: true },
  );
  const [result] = results;
  if (result === undefined) {
    return {
      problem: `I cannot read “${text}” as a time. Write for example “next Tuesday 2pm” or “24 November 2026 14:00”.`,
    };
  }
  const unread = unreadPart(text, result.index, result.text);
  if (results.length > 1 || unread !== '') {
    return {
      problem: `I read “${result.text}” as a time, and not the rest of “${text}”. Write for example “24 November 2026 14:00 to 15:30”.`,
    };
  }
  if (!result.start.isCertain('hour')) {
    return { problem: `“${text}” says no time of day. Add one, such as “2pm”.` };
  }
  const start = localTimeOf(result.start, zone);
  const end = result.end ? localTimeOf(result.end, zone) : null;
  return read(start, end, zone);
}

/** What of a text is no part of the time or date in it, nor of its grammar. */
export function unreadPart(text: string, index: number, time: string): string {
  const rest = `${text.slice(0, index)} ${text.slice(index + time.length)}`;
  return rest.replace(fillers, ' ').replace(/[\s.,;:!()-]+/g, '');
}

function readExact(local: LocalTime, zone: string): TimeReading {
  return DateTime.fromISO(local, { zone }).isValid
    ? read(local, null, zone)
    : { problem: `There is no such day or time as ${local.replace('T', ' ')}.` };
}

function read(start: LocalTime, end: LocalTime | null, zone: string): TimeReading {
  const startsAt = instantOf(start, zone);
  const endsAt = end === null ? null : instantOf(end, zone);
  // What clocks really show: an hour that is left out when they go forward is not shown back.
  return {
    time: {
      start: localTimeAt(startsAt, zone),
      end: endsAt === null ? null : localTimeAt(endsAt, zone),
      startsAt,
      endsAt,
    },
  };
}

/** What was typed, as clocks of the zone show it, also where another zone was typed with it. */
function localTimeOf(components: ParsedComponents, zone: string): LocalTime {
  if (components.isCertain('timezoneOffset')) {
    return localTimeAt(components.date().getTime(), zone);
  }
  const part = (name: Component): number => components.get(name) ?? 0;
  return DateTime.utc(
    part('year'),
    part('month'),
    part('day'),
    part('hour'),
    part('minute'),
  ).toFormat("yyyy-MM-dd'T'HH:mm");
}
