import { DateTime } from 'luxon';
import { instantOf, type SessionDetails } from '../../notices/index.ts';
import type { Markup } from '../blocks/markup.ts';

/** When a session is, in each reader's own zone; in the session's zone where it cannot be shown so. */
export function sessionTimes(details: SessionDetails): Markup {
  const startsAt = instantOf(details.start, details.zone);
  const endsAt = instantOf(details.end, details.zone);
  const [start, end] = [Math.floor(startsAt / 1_000), Math.floor(endsAt / 1_000)];
  const isOneDay = details.start.slice(0, 10) === details.end.slice(0, 10);
  const last = isOneDay ? '{time}' : '{date_long_pretty} at {time}';
  const [first, second] = spokenParts(details);
  return {
    mrkdwn: `<!date^${start}^{date_long_pretty}, {time}|${first}>\u00a0–\u00a0<!date^${end}^${last}|${second}>`,
  };
}

/** `Tuesday, 24 November 2026, 14:00 – 15:30 (Europe/London)`. */
export function spokenTimes(details: SessionDetails): string {
  return spokenParts(details).join(' – ');
}

function spokenParts({ start, end, zone }: SessionDetails): [string, string] {
  const day = 'cccc, d LLLL yyyy, HH:mm';
  const [first, last] = [start, end].map((local) => DateTime.fromISO(local, { locale: 'en-GB' }));
  const isOneDay = start.slice(0, 10) === end.slice(0, 10);
  return [
    first?.toFormat(day) ?? start,
    `${last?.toFormat(isOneDay ? 'HH:mm' : day) ?? end} (${zone.replaceAll('_', ' ')})`,
  ];
}
