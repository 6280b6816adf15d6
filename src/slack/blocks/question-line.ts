import { joinMarkup, type Markup, markup, withoutAddresses } from './markup.ts';
import { type Piece, section } from './piece.ts';
import { shorten } from './split-text.ts';

const mostQuestionCharacters = 600;
const idOfPerson = /^[UW][A-Z0-9]{2,20}$/;

/** A person as people see them; `Somebody` when the id is none. */
export function personReference(person: string): Markup {
  return idOfPerson.test(person) ? { mrkdwn: `<@${person}>` } : markup`Somebody`;
}

/** `PERSON asked: QUESTION`, above an answer that others see, too. */
export function questionLine(person: string, question: string): Piece {
  const asked = shorten(withoutAddresses(question), mostQuestionCharacters);
  return section(markup`${personReference(person)} asked: _${asked}_`, `Question: ${asked}`);
}

/** The question of somebody who asked elsewhere, with a link to the message it is about. */
export function askedElsewhere(question: string, message: Markup | null): Piece {
  const asked = shorten(withoutAddresses(question), mostQuestionCharacters);
  const about = message === null ? [] : [markup`About ${message}`];
  const shown = joinMarkup([markup`You asked: _${asked}_`, ...about], '\n');
  return section(shown, `You asked: ${asked}`);
}
