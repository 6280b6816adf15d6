import { markup } from './markup.ts';
import { section } from './piece.ts';
import { plainTextObject } from './plain-text.ts';

/** Slack's limit of a view's title and of its buttons' texts. */
export const mostTitleCharacters = 24;

/** A modal that says something and can only be closed. @param title at most 24 characters. */
export function messageView(title: string, text: string): object {
  return {
    type: 'modal',
    title: plainTextObject(title, mostTitleCharacters),
    close: plainTextObject('Close', mostTitleCharacters),
    blocks: [section(markup`${text}`, text).block],
  };
}
