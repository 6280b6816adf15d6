import type { Source } from '../../answering/index.ts';
import { button } from './button.ts';
import { type CitedIn, citationValue } from './citation-value.ts';
import { describePublication, titleOf } from './describe-publication.ts';
import { markup } from './markup.ts';
import { type Piece, sectionWithButton } from './piece.ts';

/** Action ids of the buttons that show quotes; each has its own, for they may share a message. */
export const showQuoteActionId = /^show-quote-\d+$/;

/**
 * The line of a source with the button that shows its quotes.
 *
 * @param isNumbered whether its number is shown, which says nothing where it is the only one.
 */
export function sourcePiece(citedIn: CitedIn, source: Source, isNumbered = true): Piece {
  const { number, publication } = source;
  const { shown, spoken } = describePublication(publication, source);
  const text = citedIn.kind === 'report' ? 'Show quotes' : 'Show quote';
  const showQuote = button({
    actionId: `show-quote-${number}`,
    text,
    label: `${text} for source ${number}, ${titleOf(publication)}`,
    value: citationValue({ citedIn, number }),
  });
  if (!isNumbered) return sectionWithButton(shown, `${spoken}.`, showQuote);
  return sectionWithButton(markup`[${number}] ${shown}`, `[${number}] ${spoken}.`, showQuote);
}
