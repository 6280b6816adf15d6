import type { Source } from '../../answering/index.ts';
import { button } from './button.ts';
import { citationValue } from './citation-value.ts';
import { describePublication, titleOf } from './describe-publication.ts';
import { markup } from './markup.ts';
import { type Piece, sectionWithButton } from './piece.ts';

/** Action ids of the buttons that show quotes; each has its own, for they may share a message. */
export const showQuoteActionId = /^show-quote-\d+$/;

/** The line of a source with the button that shows its quotes. */
export function sourcePiece(exchangeId: string, source: Source): Piece {
  const { number, publication } = source;
  const { shown, spoken } = describePublication(publication, source);
  const showQuote = button({
    actionId: `show-quote-${number}`,
    text: 'Show quote',
    label: `Show quote for source ${number}, ${titleOf(publication)}`,
    value: citationValue({ exchangeId, number }),
  });
  return sectionWithButton(markup`[${number}] ${shown}`, `[${number}] ${spoken}.`, showQuote);
}
