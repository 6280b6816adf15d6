import type { Publication } from '../../library/index.ts';
import type { Notice, PublicationDetails } from '../../notices/index.ts';
import { button } from '../blocks/button.ts';
import { describeFacts, display } from '../blocks/describe-publication.ts';
import { linkAddress, linkTo, type Markup, markup } from '../blocks/markup.ts';
import { context, mostSectionCharacters, type Piece, section } from '../blocks/piece.ts';
import { splitText } from '../blocks/split-text.ts';
import { lateLine } from './late-line.ts';
import { summaryButton } from './papers/papers-button.ts';

/** Action id of the button that opens a publication in the browser. */
export const readActionId = 'notice-read';

export interface PublicationCard {
  notice: Notice;
  details: PublicationDetails;
  /** As the library has it; null when it has it no more, or not for those who see the card. */
  publication: Publication | null;
  /** Whether it is announced later than was meant. */
  late: boolean;
}

const mostTitle = 150;
const mostFact = 300;

/** One clean card: what is new, by whom, what it says, and where it can be read. */
export function publicationCard({ notice, details, publication, late }: PublicationCard): Piece[] {
  const title = display(details.title, mostTitle);
  const isOff = notice.state === 'cancelled';
  const state = isOff ? 'Withdrawn' : notice.version > 0 ? 'Corrected' : 'New in the library';
  const pieces = [
    section(markup`*${state}:* *${title}*`, `${state}: ${title}.`),
    ...facts(details, publication),
  ];
  if (isOff) return pieces;
  pieces.push(...splitText(details.text, mostSectionCharacters).slice(0, 2).map(plainSection));
  const more = publication === null ? [] : [summaryButton(notice.id, title)];
  pieces.push(...reading(details, title, more));
  if (late) pieces.push(lateLine());
  return pieces;
}

const plainSection = (text: string): Piece => section(markup`${text}`, text);

/** Who wrote it, what it is and of when. */
function facts({ authors }: PublicationDetails, publication: Publication | null): Piece[] {
  const names = display(authors.join(', '), mostFact);
  const about =
    publication === null ? null : describeFacts(publication, { heading: null, pages: [] });
  const shown: Markup[] = [
    ...(names === '' ? [] : [markup`${names}`]),
    ...(about === null ? [] : [about.shown]),
  ];
  if (shown.length === 0) return [];
  const spoken = [names === '' ? '' : `By ${names}.`, about === null ? '' : `${about.spoken}.`];
  const line = { mrkdwn: shown.map(({ mrkdwn }) => mrkdwn).join('\u00a0· ') };
  return [context(line, spoken.filter((part) => part !== '').join(' '))];
}

/**
 * A button for those who press it, and a link with its host for those who look first.
 *
 * @param more buttons beside it.
 */
function reading({ link }: PublicationDetails, title: string, more: readonly object[]): Piece[] {
  const address = link === null ? null : linkAddress(link);
  if (address === null) {
    return more.length === 0 ? [] : [{ block: { type: 'actions', elements: more }, text: '' }];
  }
  const { hostname } = new URL(address);
  const open = button({
    actionId: readActionId,
    text: 'Read it',
    label: `Read ${title}`,
    url: address,
    style: 'primary',
  });
  return [
    { block: { type: 'actions', elements: [open, ...more] }, text: '' },
    context(linkTo(address, 'Link'), `It can be read at ${hostname}.`),
  ];
}
