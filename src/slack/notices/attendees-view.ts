import type { Notice, Places } from '../../notices/index.ts';
import { button } from '../blocks/button.ts';
import { display } from '../blocks/describe-publication.ts';
import { joinMarkup, type Markup, markup } from '../blocks/markup.ts';
import { mostTitleCharacters } from '../blocks/message-view.ts';
import { type Piece, section } from '../blocks/piece.ts';
import { plainTextObject } from '../blocks/plain-text.ts';

/** Action ids of the buttons that show who replied, and send that as a table; their value is the notice's id. */
export const attendeesActionId = 'session-attendees';
export const attendeesFileActionId = 'session-attendees-file';

/** A mention is at most 15 characters; a section has room for so many. */
const mostNamed = 150;

/** Shows who replied. @param title for screen readers. */
export function attendeesButton(noticeId: string, title: string): object {
  return button({
    actionId: attendeesActionId,
    text: 'Attendees',
    label: `Who replied to ${display(title, 150)}`,
    value: noticeId,
  });
}

/** Who comes, who waits for a place, in the order of their replies, and who cannot come. */
export function attendeesView(notice: Notice, places: Places): object {
  const title = display(notice.details.title, 150);
  const { going, waiting, maybe, cannot, left } = places;
  const room = left === null ? '' : ` · ${left} ${left === 1 ? 'place' : 'places'} left`;
  const count = `${going.length} going${room}`;
  const pieces = [
    section(markup`*${title}*\n${count}`, `${title}. ${count}.`),
    ...list('Going', going),
    ...list('Waiting for a place', waiting),
    ...list('Maybe', maybe),
    ...list('Cannot come', cannot),
  ];
  const nobody = going.length + waiting.length + maybe.length + cannot.length === 0;
  if (nobody) pieces.push(section(markup`Nobody has replied yet.`, 'Nobody has replied yet.'));
  else pieces.push(fileButton(notice.id, title));
  return {
    type: 'modal',
    title: plainTextObject('Attendees', mostTitleCharacters),
    close: plainTextObject('Close', mostTitleCharacters),
    blocks: pieces.map(({ block }) => block),
  };
}

function list(name: string, people: readonly string[]): Piece[] {
  if (people.length === 0) return [];
  const heading = `${name} (${people.length})`;
  const named: Markup[] = people.slice(0, mostNamed).map((person) => ({ mrkdwn: `<@${person}>` }));
  const rest = people.length - named.length;
  const more = rest > 0 ? ` and ${rest} more, whom the file names` : '';
  return [section(markup`*${heading}*\n${joinMarkup(named, ', ')}${more}`, heading)];
}

function fileButton(noticeId: string, title: string): Piece {
  const file = button({
    actionId: attendeesFileActionId,
    text: 'Send me the list as a file',
    label: `Send me the list as a table: ${title}`,
    value: noticeId,
  });
  return { block: { type: 'actions', elements: [file] }, text: '' };
}
