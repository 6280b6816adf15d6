import { createHash } from 'node:crypto';
import { checkNotice } from '../check-notice.ts';
import type { Notice, NoticeContent } from '../notice.ts';
import type { NoticePart } from '../notice-part.ts';
import { expandSeries } from '../series/expand-series.ts';
import { RecurrenceError } from '../time/occurrences.ts';
import { type ContentOptions, contentOf } from './content-of-entry.ts';
import { EntryProblems } from './entry-problems.ts';
import { type FileProblem, NoticeFileError } from './notice-file-error.ts';
import type { ReadEntry } from './read-notice-file.ts';

/** One notice that a file asks for. */
export interface WantedNotice {
  /** Null for a new one each time the file is sent. */
  id: string | null;
  content: NoticeContent;
  /** As it is, when it was sent or begun before. */
  known: Notice | null;
}

/** What one entry of a file asks for. */
export interface WantedNotices {
  /** Its `id` in the file; null when it has none. */
  name: string | null;
  /** Slack id. */
  author: string;
  /** Shared by what takes place again and again; null for a single notice, or for a new id. */
  seriesId: string | null;
  isSeries: boolean;
  /** By start. */
  notices: WantedNotice[];
}

export interface PlanFileOptions extends ContentOptions {
  /** Author of what names none; null when there is none. */
  author: string | null;
  find(id: string): Promise<Notice | null>;
}

const personId = /^[UW][A-Z0-9]{2,20}$/;

/** The id of the notice that a file calls by a name, always the same; `turn` counts a series from 1. */
export function noticeIdOf(name: string, turn?: number): string {
  const named = turn === undefined ? name : `${name} ${turn}`;
  return `file-${createHash('sha256').update(named.normalize('NFC')).digest('hex').slice(0, 24)}`;
}

/**
 * Works out what a file asks for, without changing anything.
 *
 * @throws {NoticeFileError} with all that keeps any of it from being sent.
 */
export async function planNoticeFile(
  entries: readonly ReadEntry[],
  options: PlanFileOptions,
): Promise<WantedNotices[]> {
  const problems: FileProblem[] = [];
  const wanted: WantedNotices[] = [];
  const names = new Set<string>();
  for (const read of entries) {
    const found = new EntryProblems(read);
    const { id } = read.entry;
    if (id !== undefined && names.has(id)) found.add('id', `two notices have the id ${id}`);
    if (id !== undefined) names.add(id);
    const planned = await plan(read, found, options);
    if (planned !== null) wanted.push(planned);
    problems.push(...found.all);
  }
  if (problems.length > 0) throw new NoticeFileError(problems);
  return wanted;
}

async function plan(
  { entry }: ReadEntry,
  problems: EntryProblems,
  options: PlanFileOptions,
): Promise<WantedNotices | null> {
  const author = entry.author ?? options.author;
  if (author === null) {
    problems.add('author', 'say whose notices these are: author: U0123456789, or --as');
  } else if (!personId.test(author)) {
    problems.add('author', `expected the id of a person, such as U0123456789, got “${author}”`);
  }
  const content = await contentOf(entry, problems, options);
  if (content === null || author === null) return null;
  const repeat = 'session' in entry ? (entry.repeat ?? null) : null;
  const name = entry.id ?? null;
  const contents =
    repeat === null || !('session' in entry)
      ? [content]
      : expand(content, { rule: repeat, except: entry.except ?? [] }, problems, options.now);
  if ('session' in entry && repeat === null && (entry.except ?? []).length > 0) {
    problems.add('except', 'there is nothing to leave out of without repeat');
  }
  const isSeries = repeat !== null;
  const notices: WantedNotice[] = [];
  for (const [index, one] of contents.entries()) {
    const id = name === null ? null : noticeIdOf(name, isSeries ? index + 1 : undefined);
    const known = id === null ? null : await options.find(id);
    notices.push({ id, content: one, known });
    if (known === null || known.state === 'draft') check(one, problems, options.now);
  }
  const seriesId = isSeries && name !== null ? noticeIdOf(name) : null;
  return { name, author, seriesId, isSeries, notices };
}

function expand(
  content: NoticeContent,
  recurrence: { rule: string; except: string[] },
  problems: EntryProblems,
  now: number,
): NoticeContent[] {
  const { details } = content;
  if (details.kind !== 'session') return [content];
  try {
    return expandSeries({ ...content, details }, recurrence, now);
  } catch (error) {
    if (!(error instanceof RecurrenceError)) throw error;
    problems.add('repeat', error.message);
    return [];
  }
}

const fieldOf: Partial<Record<NoticePart, string>> = {
  title: 'session',
  time: 'start',
  text: 'description',
  announcement: 'announce',
};

function check(content: NoticeContent, problems: EntryProblems, now: number): void {
  const { details, announceAt } = content;
  if (announceAt !== null && announceAt < now) {
    problems.add('announce', 'this is in the past; leave it out to announce it at once');
  }
  for (const { part, text } of checkNotice(content, now)) {
    const isText = details.kind === 'publication' && part === 'text';
    problems.add(isText ? 'text' : (fieldOf[part] ?? part), text);
  }
}
