import { instantOf, type Notice, type Places, type SessionDetails } from '../../notices/index.ts';
import { display } from '../blocks/describe-publication.ts';
import { joinMarkup, linkTo, type Markup, markup } from '../blocks/markup.ts';
import { context, mostSectionCharacters, type Piece, section } from '../blocks/piece.ts';
import { splitText } from '../blocks/split-text.ts';
import { lateLine } from './late-line.ts';
import { papersLine } from './papers/papers-button.ts';
import { replyButtons } from './reply-buttons.ts';
import { materialPieces } from './session-materials.ts';
import { sessionTimes, spokenTimes } from './session-times.ts';

/** A publication to read before a session. */
export interface PaperToRead {
  title: string;
  link: string | null;
}

export interface SessionCard {
  notice: Notice;
  details: SessionDetails;
  places: Places;
  papers: readonly PaperToRead[];
  /** Publications among its materials. */
  materials: readonly PaperToRead[];
  /** Whether it is announced later than was meant. */
  late: boolean;
  /** UTC ms. */
  now: number;
}

const mostTitle = 150;
const mostFact = 300;

/** One clean card: what, when, where, who speaks, what to read, and how to say that one comes. */
export function sessionCard(card: SessionCard): Piece[] {
  const { notice, details, places, papers, late, now } = card;
  const title = display(details.title, mostTitle);
  const isOff = notice.state === 'cancelled';
  const isOver = instantOf(details.end, details.zone) <= now;
  const state = isOff ? 'Called off' : isOver ? 'Over' : notice.version > 0 ? 'Changed' : null;
  const heading = state === null ? markup`*${title}*` : markup`*${state}:* *${title}*`;
  const spoken = `${state === null ? 'Session' : `Session, ${state.toLowerCase()}`}: ${title}.`;
  const pieces = [
    section(heading, spoken),
    // Nobody is to join what does not take place.
    sessionFacts(isOff ? { ...details, link: null } : details),
    ...(details.materials === undefined ? [] : materialPieces(details.materials, card.materials)),
    ...description(details),
  ];
  if (papers.length > 0) pieces.push(reading(papers));
  if (papers.length > 0 && !isOff) pieces.push(papersLine(notice.id, title, papers.length));
  if (isOff || isOver) return pieces;
  pieces.push(placesLine(places, details.capacity));
  pieces.push(replyButtons(notice.id, title, { isFull: places.left === 0, now: null }));
  if (late) pieces.push(lateLine());
  return pieces;
}

/** When, where and who speaks. */
export function sessionFacts(details: SessionDetails): Piece {
  const { place, link, speakers } = details;
  const lines: Markup[] = [markup`*When* ${sessionTimes(details)}`];
  const said = [`When: ${spokenTimes(details)}.`];
  if (place !== null) {
    lines.push(markup`*Where* ${display(place, mostFact)}`);
    said.push(`Where: ${display(place, mostFact)}.`);
  }
  if (link !== null) {
    lines.push(markup`*Online* ${linkTo(link, 'Join')}`);
    said.push('With a link to join online.');
  }
  if (speakers.length > 0) {
    const names = display(speakers.join(', '), mostFact);
    lines.push(markup`*Speaking* ${names}`);
    said.push(`Speaking: ${names}.`);
  }
  return section(joinMarkup(lines, '\n'), said.join(' '));
}

function description({ description: text }: SessionDetails): Piece[] {
  if (text.trim() === '') return [];
  // A text of nothing but characters that are written out would not fit into one message.
  const parts = splitText(text, mostSectionCharacters).slice(0, 2);
  return parts.map((part) => section(markup`${part}`, part));
}

function reading(papers: readonly PaperToRead[]): Piece {
  const lines = papers.map(({ title, link }) => {
    const name = display(title, mostTitle);
    return link === null ? markup`• ${name}` : markup`• ${linkTo(link, name)}`;
  });
  const names = papers.map(({ title }) => display(title, mostTitle)).join('; ');
  return section(markup`*To read*\n${joinMarkup(lines, '\n')}`, `To read: ${names}.`);
}

const placesLeft = (left: number, capacity: number): string =>
  capacity === 1 ? '1 place left' : `${left} of ${capacity} places left`;

/** How many come, and how many places are left. */
function placesLine({ going, waiting, maybe, left }: Places, capacity: number | null): Piece {
  const counts = [
    going.length > 0 ? `${going.length} going` : '',
    maybe.length > 0 ? `${maybe.length} maybe` : '',
    waiting.length > 0 ? `${waiting.length} waiting` : '',
    capacity === null ? '' : left === 0 ? 'No places left' : placesLeft(left ?? 0, capacity),
  ].filter((part) => part !== '');
  const text = counts.length === 0 ? 'Be the first to reply.' : counts.join(' · ');
  return context(markup`${text}`, text);
}
