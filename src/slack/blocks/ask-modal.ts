import {
  askModal,
  type MessagePlace,
  mostModalCharacters,
  type ReaderChoice,
} from '../incoming/asked-in-modal.ts';
import { cleanText } from './markup.ts';
import { mostTitleCharacters } from './message-view.ts';
import { plainTextObject } from './plain-text.ts';

export interface AskModalOptions {
  /** What stands in the input at first; plain, of any length. */
  question: string;
  /** The message it is about; null for none. */
  about: MessagePlace | null;
  /** Whether the answer can go to the thread of that message. */
  mayAnswerInThread: boolean;
}

const mostLabelCharacters = 75;

/** The form in which people ask about a message, or anything. */
export function askModalView({ question, about, mayAnswerInThread }: AskModalOptions): object {
  const initial = cleanText(question).slice(0, mostModalCharacters).toWellFormed().trim();
  return {
    type: 'modal',
    callback_id: askModal.callbackId,
    private_metadata: about === null ? '' : JSON.stringify(about),
    title: plainTextObject('Ask the library', mostTitleCharacters),
    submit: plainTextObject('Ask', mostTitleCharacters),
    close: plainTextObject('Cancel', mostTitleCharacters),
    blocks: [
      {
        type: 'input',
        block_id: askModal.question.blockId,
        label: plainTextObject('Question', mostLabelCharacters),
        hint: plainTextObject(
          initial === ''
            ? 'Please leave out what identifies a patient.'
            : 'Change it to what you want to know, and leave out what identifies a patient.',
          150,
        ),
        element: {
          type: 'plain_text_input',
          action_id: askModal.question.actionId,
          multiline: true,
          max_length: mostModalCharacters,
          focus_on_load: true,
          ...(initial === '' ? {} : { initial_value: initial }),
        },
      },
      ...(mayAnswerInThread ? [readers] : []),
    ],
  };
}

const onlyMe = choice('only-me', 'Only me, in my conversation with Concord');

const readers = {
  type: 'input',
  block_id: askModal.readers.blockId,
  label: plainTextObject('Who sees the answer', mostLabelCharacters),
  element: {
    type: 'radio_buttons',
    action_id: askModal.readers.actionId,
    initial_option: onlyMe,
    options: [onlyMe, choice('thread', 'Everyone, in the thread of this message')],
  },
};

function choice(value: ReaderChoice, text: string): object {
  return { text: plainTextObject(text, mostLabelCharacters), value };
}
