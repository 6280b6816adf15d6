import { button } from '../../blocks/button.ts';
import type { Piece } from '../../blocks/piece.ts';

/** Action id of the button under a notice that has its publications summarised. */
export const papersActionId = 'notice-summarise';

/**
 * Has what a notice announces summarised in the thread of its card, for all who see it.
 *
 * @param title of the notice, for screen readers.
 */
export function summaryButton(noticeId: string, title: string): object {
  return papersButton(noticeId, 'Summary', title);
}

/**
 * The same of what there is to read before a session, on a line of its own.
 *
 * @param count how many publications there are.
 */
export function papersLine(noticeId: string, title: string, count: number): Piece {
  const text = count === 1 ? 'Summarise the paper' : 'Summarise the papers';
  return { block: { type: 'actions', elements: [papersButton(noticeId, text, title)] }, text: '' };
}

function papersButton(noticeId: string, text: string, title: string): object {
  return button({ actionId: papersActionId, text, label: `${text} of ${title}`, value: noticeId });
}
