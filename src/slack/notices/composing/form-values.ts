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
