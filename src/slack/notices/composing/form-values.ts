import { DateTime } from 'luxon';
import type { LocalTime, NoticeContent } from '../../../notices/index.ts';
import type { Audience } from '../../../people/index.ts';

/** A publication that was chosen in a form. */
export interface ChosenPublication {
  id: string;
  title: string;
}

/** What the parts of a form hold that are the same for all notices. */
export interface SendingValues {
  audience: Audience;
  channels: readonly string[];
  people: readonly string[];
  /** When it is to be announced, as people write it; empty for at once. */
  announce: string;
}

/** How often a session is to take place, as it is chosen in a form. */
export const repeatings = ['never', 'week', 'fortnight', 'month-weekday', 'month-date'] as const;
export type Repeating = (typeof repeatings)[number];

export interface RepeatValues {
  repeats: Repeating;
  /** A date, or a number of times, as people write them; empty for neither. */
  until: string;
  /** Dates on which it does not take place, as people write them. */
  except: readonly string[];
}

/** What the form of a session holds when it is opened. */
export interface SessionValues extends SendingValues {
  title: string;
  description: string;
  /** As people write them. */
  start: string;
  end: string;
  /** IANA zone. */
  zone: string;
  place: string;
  link: string;
  speakers: readonly string[];
  capacity: number | null;
  papers: readonly ChosenPublication[];
  /** Null where it is not to be asked. */
  repeating: RepeatValues | null;
  /** How many of its series come after it and can be changed along with it. */
  later: number;
  /** Minutes before the start. */
  reminders: readonly number[];
  remindIn: NoticeContent['remindIn'];
}

/** What the form of a publication holds when it is opened. */
export interface PublicationValues extends SendingValues {
  publication: ChosenPublication;
  title: string;
  text: string;
  authors: readonly string[];
  link: string;
}

/** A time as it can be typed, and read again: `24 November 2026 14:00`. */
export function typedTime(local: LocalTime): string {
  return DateTime.fromISO(local, { zone: 'utc', locale: 'en-GB' }).toFormat('d LLLL yyyy HH:mm');
}
