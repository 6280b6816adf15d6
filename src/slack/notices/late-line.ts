import { markup } from '../blocks/markup.ts';
import { context, type Piece } from '../blocks/piece.ts';

const text = 'This comes later than it was meant to: Concord could not send it in time.';

/** Says under a message that it should have come earlier. */
export function lateLine(): Piece {
  return context(markup`${text}`, text);
}
