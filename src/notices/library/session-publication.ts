import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import {
  assembleText,
  type Block,
  type Publication,
  type PublicationContent,
  publicationIdOf,
  splitIntoPassages,
} from '../../library/index.ts';
import type { Notice, SessionDetails } from '../notice.ts';
import { dateOf } from '../time/local-time.ts';

/** A session that was announced, as questions about it are answered. */
export interface AnnouncedSession {
  notice: Notice;
  details: SessionDetails;
  /** The same session at later times that were announced, too, by start. */
  again: readonly SessionDetails[];
  /** Address of the announcement; null when it is not known. */
  permalink: string | null;
}

/** Where a notice's publication comes from. */
export function sourceOf(noticeId: string): string {
  return `notice:${noticeId}`;
}

/**
 * A publication of what was announced, in sentences that can be quoted: when in full, where, and by
 * whom. Nothing that is for fewer people than the notice is in it.
 *
 * @param stored - What there is of it in the library; null when there is nothing.
 * @param now - UTC ms.
 */
export function sessionPublication(
  session: AnnouncedSession,
  stored: Publication | null,
  now: number,
): PublicationContent {
  const { notice, details, permalink } = session;
  const assembled = assembleText(blocksOf(session));
  const { text, pageStarts, headings } = assembled;
  const source = sourceOf(notice.id);
  const publication: Publication = {
    id: stored?.id ?? publicationIdOf(source),
    source,
    title: titleOf(details),
    authors: [],
    date: dateOf(details.start),
    kind: 'notice',
    audience: notice.audience,
    link: permalink ?? stored?.link ?? null,
    status: 'current',
    supersededBy: null,
    embargoedUntil: null,
    language: 'en',
    illustrative: false,
    format: 'text',
    pageCount: null,
    pageLabels: null,
    contentHash: hashOf(session),
    addedAt: stored?.addedAt ?? now,
    changedAt: now,
    retiredAt: null,
  };
  return {
    publication,
    text: { text, pageStarts, headings },
    passages: splitIntoPassages(assembled),
    origin: null,
    replaces: stored?.contentHash ?? null,
  };
}

/** SHA-256, hex, of all that its publication says. */
export function hashOf(session: AnnouncedSession): string {
  const said = [session.notice.audience, blocksOf(session), dateOf(session.details.start)];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

const titleOf = ({ title }: SessionDetails): string => `Session: ${oneLine(title)}`;

function blocksOf({ details, again }: AnnouncedSession): Block[] {
  const { place, link, speakers, description } = details;
  const name = `The session “${oneLine(details.title)}”`;
  const sentences = [
    `${name} takes place on ${timesOf(details)}.`,
    ...again.map((later) => `It takes place again on ${timesOf(later)}.`),
    whereOf(place, link),
    speakers.length === 0
      ? ''
      : `The ${speakers.length === 1 ? 'speaker is' : 'speakers are'} ${listOf(speakers.map(oneLine))}.`,
    ...description.split('\n'),
  ].map(oneLine);
  const paragraphs = sentences
    .filter((text) => text !== '')
    .map((text): Block => ({ kind: 'paragraph', text, pages: [] }));
  return [{ kind: 'heading', level: 1, text: titleOf(details), pages: [] }, ...paragraphs];
}

/** `Tuesday 1 December 2026 from 14:00 to 15:30 (Europe/London)`. */
function timesOf({ start, end, zone }: SessionDetails): string {
  const day = (local: string): string => format(local, 'cccc d LLLL yyyy');
  const time = (local: string): string => format(local, 'HH:mm');
  const last = dateOf(start) === dateOf(end) ? time(end) : `${time(end)} on ${day(end)}`;
  return `${day(start)} from ${time(start)} to ${last} (${zone})`;
}

function format(local: string, form: string): string {
  return DateTime.fromISO(local, { locale: 'en-GB' }).toFormat(form);
}

function whereOf(place: string | null, link: string | null): string {
  if (place === null) return link === null ? '' : 'It takes place online.';
  return `It takes place in this place: ${oneLine(place)}${link === null ? '' : ', and online'}.`;
}

function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** As blocks of a document are: composed, one line, without white space around. */
function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
