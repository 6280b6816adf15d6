import { button } from '../../blocks/button.ts';
import type { Piece } from '../../blocks/piece.ts';

/** Action id of the button under a notice that has its publications summarised. */
export const papersActionId = 'notice-summarise';

/**
 * Has what there is to read summarised in the thread of the card, for all who see it.
 *
 * @param count how many publications there are.
 * @param title of the notice, for screen readers.
 */
export function papersButton(noticeId: string, title: string, count: number): object {
  const text = count === 1 ? 'Summarise the paper' : 'Summarise the papers';
  return button({ actionId: papersActionId, text, label: `${text} of ${title}`, value: noticeId });
}

/** The same on a line of its own. */
export function papersLine(noticeId: string, title: string, count: number): Piece {
  const elements = [papersButton(noticeId, title, count)];
  return { block: { type: 'actions', elements }, text: '' };
}
