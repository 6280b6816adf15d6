import { markup } from './markup.ts';
import { context, type Piece } from './piece.ts';

const sentence =
  'I also summarise and compare publications, and tell what there is to read on a topic: “summarise the discharge policy for the board”, “what has changed between the 2019 and the 2024 policy?”, “brief me on mental health”.';

/** What people can ask for besides answers, in their own words. */
export function whatElse(): Piece {
  return context(markup`${sentence}`, sentence);
}
