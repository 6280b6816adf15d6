import { markup } from '../../blocks/markup.ts';
import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { formInput, textElement } from './form-elements.ts';
import { noticeFields, noticeViews } from './form-ids.ts';

export const mostReasonCharacters = 1_000;

/** Asks why somebody does not agree to a notice. @param value of the button that was pressed. */
export function declineForm(value: string, title: string): object {
  return {
    type: 'modal',
    callback_id: noticeViews.decline,
    private_metadata: value,
    title: plainTextObject('Decline', mostTitleCharacters),
    submit: plainTextObject('Decline', mostTitleCharacters),
    close: plainTextObject('Cancel', mostTitleCharacters),
    blocks: [
      section(markup`*${title}* becomes a draft again, and its author is told why.`, '').block,
      formInput({
        id: noticeFields.reason,
        label: 'What is to be changed?',
        element: textElement('', { most: mostReasonCharacters, multiline: true }),
      }),
    ],
  };
}
