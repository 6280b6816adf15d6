import {
  instantOf,
  type Notice,
  type NoticeReader,
  replyOf,
  type SessionDetails,
} from '../../notices/index.ts';
import { display } from '../blocks/describe-publication.ts';
import { linkTo, type Markup, markup } from '../blocks/markup.ts';
import { type Piece, section } from '../blocks/piece.ts';
import { lateLine } from './late-line.ts';
import { calendarRemovalButton, replyButtons } from './reply-buttons.ts';
import { type PaperToRead, sessionFacts } from './session-card.ts';
import { materialPieces } from './session-materials.ts';
import { sessionTimes, spokenTimes } from './session-times.ts';
import { timeUntil } from './time-until.ts';

/** A short message about a session, below its card or to one person. */
export interface SessionNote {
  notice: Notice;
  details: SessionDetails;
  reader: NoticeReader;
  /** Address of the card, for those who do not have it before them; null where it is not known. */
  permalink: string | null;
}

const mostTitle = 150;

/** How long it is until it starts, and all that one needs to get there. @param now UTC ms. */
export function reminderNote(note: SessionNote, now: number): Piece[] {
  const { details, reader } = note;
  const wait = timeUntil(instantOf(details.start, details.zone) - now);
  const begins = wait === 'now' ? 'Starts now' : `Starts ${wait}`;
  const pieces = [heading(begins, note), sessionFacts(details), ...cardLine(note)];
  if (reader.person !== null) pieces.push(noteButtons(note));
  if (reader.late) pieces.push(lateLine());
  return pieces;
}

/** That somebody who waited has a place. */
export function promotionNote(note: SessionNote): Piece[] {
  const title = heading('You have a place', note);
  return [title, sessionFacts(note.details), ...cardLine(note), noteButtons(note)];
}

/** That somebody who had a place has to wait for one, and how many are before them. */
export function displacementNote(note: SessionNote): Piece[] {
  const { reader } = note;
  const before = (reader.places?.waiting ?? []).indexOf(reader.person ?? '');
  const turn = before > 0 ? `, with ${before} before you` : '';
  const text = `There are fewer places now, and those who asked first have them. You are on the waiting list${turn}, and are told when you have a place.`;
  const title = heading('You have to wait for a place', note);
  return [title, section(markup`${text}`, text), ...cardLine(note), noteButtons(note)];
}

/** What somebody who took part is given to take away. */
export function materialsNote(note: SessionNote, publications: readonly PaperToRead[]): Piece[] {
  const { materials } = note.details;
  const pieces = materials === undefined ? [] : materialPieces(materials, publications);
  return [heading('There are materials of', note), ...pieces, ...cardLine(note)];
}

/** That it does not take place. */
export function sessionCancellation({ notice, details, reader }: SessionNote): Piece[] {
  const title = display(details.title, mostTitle);
  const shown = markup`*Called off:* *${title}*\nIt was to be ${sessionTimes(details)}.`;
  const spoken = `Called off: ${title}. It was to be ${spokenTimes(details)}.`;
  const removal = reader.person === null ? [] : [calendarRemovalButton(notice.id, title)];
  return [section(shown, spoken), ...removal];
}

function heading(what: string, { details }: SessionNote): Piece {
  const title = display(details.title, mostTitle);
  return section(markup`*${what}:* ${title}`, `${what}: ${title}.`);
}

/** What else the reader could reply. */
export function noteButtons({ notice, details, reader }: SessionNote): Piece {
  const { places, person } = reader;
  const isFull = places?.left === 0;
  const now = places === null || person === null ? null : replyOf(person, places);
  return replyButtons(notice.id, display(details.title, mostTitle), { isFull, now });
}

/** A way from a direct message to the card. */
export function cardLine({ permalink, reader }: SessionNote): Piece[] {
  if (permalink === null || reader.person === null) return [];
  const link: Markup = linkTo(permalink, 'See the announcement');
  return [section(link, 'With a link to the announcement.')];
}
