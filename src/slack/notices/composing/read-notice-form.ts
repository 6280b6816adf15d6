import {
  type ContentSoFar,
  checkChange,
  checkNotice,
  localTimeAt,
  type NoticeContent,
  type NoticePart,
  type PublicationDetails,
  type SessionDetails,
} from '../../../notices/index.ts';
import { audienceSchema } from '../../../people/index.ts';
import type { EnteredValues } from './entered-values.ts';
import { noticeFields } from './form-ids.ts';
import { typedTime } from './form-values.ts';
import { type FormErrors, readAnnouncement, readSessionTimes } from './read-times.ts';
import { readRepeat } from './repeat-values.ts';

export interface ReadFormOptions {
  /** IANA zone of whoever filled it in. */
  zone: string;
  /** UTC ms. */
  now: number;
  /** The notice as it is, when it is changed; null for a new one. */
  before: ContentSoFar | null;
}

export type ReadForm = { content: NoticeContent } | { errors: FormErrors };

/** Reads the form of a session; all that is wrong with it is said at once, under the fields. */
export function readSessionForm(entered: EnteredValues, options: ReadFormOptions): ReadForm {
  const times = readSessionTimes(entered, options.now);
  const sending = readSending(entered, options);
  const repeat = 'errors' in times ? { recurrence: null } : readRepeat(entered, times);
  const errors = { ...errorsIn(sending), ...errorsIn(times), ...errorsIn(repeat) };
  if ('errors' in times || 'errors' in sending || 'errors' in repeat) return { errors };
  const capacity = entered.text(noticeFields.capacity);
  const details: SessionDetails = {
    kind: 'session',
    title: entered.text(noticeFields.title),
    description: entered.text(noticeFields.text),
    ...times,
    place: orNull(entered.text(noticeFields.place)),
    link: orNull(entered.text(noticeFields.link)),
    speakers: entered.lines(noticeFields.speakers),
    capacity: capacity === '' ? null : Number(capacity),
    papers: entered.list(noticeFields.papers),
    ...unasked(entered, options.before),
    ...(repeat.recurrence === null ? {} : { recurrence: repeat.recurrence }),
  };
  const reminders = entered
    .list(noticeFields.reminders)
    .map(Number)
    .sort((one, other) => other - one);
  const remindIn = entered.chosen(noticeFields.remindIn) === 'thread' ? 'thread' : 'direct-message';
  return checked({ details, ...sending, reminders, remindIn }, options);
}

/** What a session has that the form does not ask for: it stays. */
function unasked(
  entered: EnteredValues,
  before: NoticeContent | null,
): Pick<SessionDetails, 'materials' | 'recurrence'> {
  if (before?.details.kind !== 'session') return {};
  const { materials, recurrence } = before.details;
  const isAsked = entered.chosen(noticeFields.repeats) !== null;
  return {
    ...(materials === undefined ? {} : { materials }),
    ...(isAsked || recurrence === undefined ? {} : { recurrence }),
  };
}

/** Reads the form of a publication's notice. */
export function readPublicationForm(entered: EnteredValues, options: ReadFormOptions): ReadForm {
  const sending = readSending(entered, options);
  if ('errors' in sending) return sending;
  const details: PublicationDetails = {
    kind: 'publication',
    publicationId: entered.chosen(noticeFields.publication) ?? '',
    title: entered.text(noticeFields.title),
    authors: entered.lines(noticeFields.speakers),
    text: entered.text(noticeFields.text),
    link: orNull(entered.text(noticeFields.link)),
  };
  return checked({ details, ...sending, reminders: [], remindIn: 'thread' }, options);
}

type Sending = Pick<NoticeContent, 'audience' | 'channels' | 'people' | 'announceAt'>;

function readSending(
  entered: EnteredValues,
  { zone, now, before }: ReadFormOptions,
): Sending | { errors: FormErrors } {
  const audience = audienceSchema.safeParse(entered.chosen(noticeFields.audience));
  if (!audience.success) return { errors: { [noticeFields.audience]: 'Choose who may see it.' } };
  const known = before?.announceAt ?? null;
  // What nobody has changed stays as it is, to the second.
  const isKept =
    known !== null &&
    (known <= now || entered.text(noticeFields.announce) === typedTime(localTimeAt(known, zone)));
  const announced = isKept ? { announceAt: known } : readAnnouncement(entered, zone, now);
  if ('errors' in announced) return announced;
  return {
    audience: audience.data,
    channels: entered.list(noticeFields.channels),
    people: entered.list(noticeFields.people),
    ...announced,
  };
}

/** The field under which it is said what is wrong with a part. */
const fieldOfPart: Readonly<Record<NoticePart, string>> = {
  title: noticeFields.title,
  time: noticeFields.start,
  place: noticeFields.place,
  link: noticeFields.link,
  speakers: noticeFields.speakers,
  capacity: noticeFields.capacity,
  papers: noticeFields.papers,
  materials: noticeFields.title,
  text: noticeFields.text,
  audience: noticeFields.audience,
  channels: noticeFields.channels,
  people: noticeFields.people,
  announcement: noticeFields.announce,
  reminders: noticeFields.reminders,
};

function checked(content: NoticeContent, { now, before }: ReadFormOptions): ReadForm {
  const problems = before === null ? checkNotice(content, now) : checkChange(content, before, now);
  if (problems.length === 0) return { content };
  const errors: FormErrors = {};
  for (const { part, text } of problems) errors[fieldOfPart[part]] ??= text;
  return { errors };
}

function errorsIn(read: object): FormErrors {
  return 'errors' in read ? (read.errors as FormErrors) : {};
}

const orNull = (text: string): string | null => (text === '' ? null : text);
