import { ConcordError } from '../../errors.ts';
import type { Publication } from '../../library/index.ts';
import { audienceRanks } from '../../people/index.ts';
import type { NoticeContent, SessionDetails } from '../notice.ts';
import { instantOf, isZone } from '../time/local-time.ts';
import { readTime } from '../time/read-time.ts';
import type { EntryProblems } from './entry-problems.ts';
import type { NoticeEntry, PublicationEntry, SessionEntry } from './notice-entry.ts';

export interface ContentOptions {
  /** UTC ms. */
  now: number;
  /** IANA zone of what names none. */
  zone: string;
  /** Minutes before a session, of what says nothing else. */
  reminders: readonly number[];
  /** In use, by id or source; null when there is none. */
  publication(named: string): Promise<Publication | null>;
  /**
   * Id of the channel with a name, without `#`; null when there is none.
   *
   * @throws {ConcordError} when it cannot be looked up.
   */
  channel(name: string): Promise<string | null>;
}

const channelId = /^[CG][A-Z0-9]{2,20}$/;
const personId = /^[UW][A-Z0-9]{2,20}$/;

/** A notice as an entry of a file says it; null when it cannot be made out. Adds to `problems`. */
export async function contentOf(
  entry: NoticeEntry,
  problems: EntryProblems,
  options: ContentOptions,
): Promise<NoticeContent | null> {
  const zone = entry.zone ?? options.zone;
  if (!isZone(zone)) {
    problems.add('zone', `expected a time zone such as Europe/London, got “${zone}”`);
    return null;
  }
  const session = 'session' in entry ? await sessionOf(entry, zone, problems, options) : null;
  const publication = 'session' in entry ? null : await publicationOf(entry, problems, options);
  const announced = announceAt(entry, zone, problems, options);
  const channels = await channelsOf(entry, problems, options);
  const people = entry.people ?? [];
  for (const person of people) {
    if (!personId.test(person)) {
      problems.add('people', `expected ids of people, such as U0123456789, got “${person}”`);
    }
  }
  const details = session ?? publication;
  if (details === null) return null;
  return {
    ...details,
    channels,
    people,
    announceAt: announced,
    ...remindersOf(entry, options),
  };
}

async function sessionOf(
  entry: SessionEntry,
  zone: string,
  problems: EntryProblems,
  options: ContentOptions,
): Promise<Pick<NoticeContent, 'details' | 'audience'> | null> {
  const times = timesOf(entry, zone, problems, options.now);
  const papers: string[] = [];
  for (const named of entry.papers ?? []) {
    const paper = await findPublication(named, 'papers', problems, options);
    if (paper !== null) papers.push(paper.id);
  }
  if (times === null) return null;
  const { session: title, description = '', place = null, link = null } = entry;
  const { speakers = [], capacity = null, audience = 'members' } = entry;
  const about = { title, description, place, link, speakers, capacity, papers };
  const details: SessionDetails = { kind: 'session', ...about, ...times, zone };
  return { details, audience };
}

/** An end is read as seen from the start: `3:30pm` is on the same day. */
function timesOf(
  { start: typed, end: typedEnd = null }: SessionEntry,
  zone: string,
  problems: EntryProblems,
  now: number,
): Pick<SessionDetails, 'start' | 'end'> | null {
  const begins = readTime(typed, zone, now);
  if ('problem' in begins) {
    problems.add('start', begins.problem);
    return null;
  }
  const { start, end, startsAt } = begins.time;
  if (typedEnd === null) {
    if (end === null) problems.add('end', 'say when it ends, such as end: 15:30');
    return end === null ? null : { start, end };
  }
  const ends = readTime(typedEnd, zone, startsAt);
  if ('problem' in ends) {
    problems.add('end', ends.problem);
    return null;
  }
  return { start, end: ends.time.start };
}

async function publicationOf(
  entry: PublicationEntry,
  problems: EntryProblems,
  options: ContentOptions,
): Promise<Pick<NoticeContent, 'details' | 'audience'> | null> {
  const found = await findPublication(entry.publication, 'publication', problems, options);
  if (found === null) return null;
  const { id: publicationId, title, authors, link } = found;
  const { audience = found.audience, text = '' } = entry;
  if (isWider(audience, found.audience)) {
    problems.add('audience', `this publication is for ${found.audience} only`);
  }
  const details = { kind: 'publication' as const, publicationId, title, authors, text };
  // What cannot be opened safely is not offered.
  return { details: { ...details, link: link?.startsWith('https://') ? link : null }, audience };
}

function isWider(one: NoticeContent['audience'], other: NoticeContent['audience']): boolean {
  const rankOf = (audience: string): number =>
    (audienceRanks as readonly string[]).indexOf(audience);
  // Groups stand beside the ranks: only what is for all of a rank is within another.
  if (rankOf(other) === -1) return one !== other;
  return rankOf(one) !== -1 && rankOf(one) < rankOf(other);
}

async function findPublication(
  named: string,
  field: string,
  problems: EntryProblems,
  options: ContentOptions,
): Promise<Publication | null> {
  const found = await options.publication(named);
  if (found === null) {
    problems.add(
      field,
      `no publication has the id or source “${named}”; see: concord library list`,
    );
  }
  return found;
}

async function channelsOf(
  { channels = [] }: NoticeEntry,
  problems: EntryProblems,
  options: ContentOptions,
): Promise<string[]> {
  const ids = new Set<string>();
  for (const named of channels) {
    if (channelId.test(named)) {
      ids.add(named);
      continue;
    }
    try {
      const id = await options.channel(named.replace(/^#/, ''));
      if (id !== null) ids.add(id);
      else
        problems.add(
          'channels',
          `there is no channel ${named} that Concord can see; invite it there, or write the channel’s id`,
        );
    } catch (error) {
      if (!(error instanceof ConcordError)) throw error;
      problems.add('channels', error.forPeople);
    }
  }
  return [...ids];
}

/** UTC ms; null for at once. */
function announceAt(
  { announce = null }: NoticeEntry,
  zone: string,
  problems: EntryProblems,
  { now }: ContentOptions,
): number | null {
  if (announce === null || announce === 'now') return null;
  const reading = readTime(announce, zone, now);
  if ('problem' in reading) {
    problems.add('announce', reading.problem);
    return null;
  }
  return instantOf(reading.time.start, zone);
}

function remindersOf(
  entry: NoticeEntry,
  { reminders: usual }: ContentOptions,
): Pick<NoticeContent, 'reminders' | 'remindIn'> {
  if (!('session' in entry)) return { reminders: [], remindIn: 'direct-message' };
  const reminders = [...(entry.reminders ?? usual)].sort((one, other) => other - one);
  return { reminders, remindIn: entry['remind-in'] ?? 'direct-message' };
}
