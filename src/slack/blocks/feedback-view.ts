import {
  type Feedback,
  type FeedbackReason,
  feedbackReasons,
  type Source,
} from '../../answering/index.ts';
import { titleOf } from './describe-publication.ts';
import { mostTitleCharacters } from './message-view.ts';
import { plainText, plainTextObject } from './plain-text.ts';

export const feedbackViewId = 'feedback-reason';
/** Block ids of the form, each also the action id of its element. */
export const feedbackInputs = { reason: 'reason', citation: 'citation', note: 'note' } as const;
/** Stands for the answer as a whole among the sources. */
export const wholeAnswer = 'whole-answer';
export const mostNoteCharacters = 1_000;

const reasonTexts: Readonly<Record<FeedbackReason, string>> = {
  wrong: 'It is wrong',
  'wrong-source': 'The source does not say this',
  'out-of-date': 'It is out of date',
  incomplete: 'Something important is missing',
  unclear: 'It is hard to understand',
  other: 'Something else',
};

const mostSources = 99;

/** A source as the form names it; `named` false leaves its title out. */
export interface NamedSource {
  source: Source;
  named: boolean;
}

/**
 * The form that asks why an answer was not helpful.
 *
 * @param sources none for an abstention, of which there are no parts to tell apart.
 * @param given what the person said before, filled in; null when nothing.
 */
export function feedbackView(
  exchangeId: string,
  sources: readonly NamedSource[],
  given: Pick<Feedback, 'reason' | 'citation' | 'note'> | null,
): object {
  const reasons = feedbackReasons.map((reason) => option(reason, reasonTexts[reason]));
  const whole = option(wholeAnswer, 'The whole answer');
  const citations = [whole, ...sources.slice(0, mostSources).map(sourceOption)];
  const chosen = reasons.find(({ value }) => value === given?.reason);
  const cited = citations.find(({ value }) => value === String(given?.citation));
  return {
    type: 'modal',
    callback_id: feedbackViewId,
    private_metadata: exchangeId,
    title: plainTextObject('Not helpful', mostTitleCharacters),
    submit: plainTextObject('Send', mostTitleCharacters),
    close: plainTextObject('Cancel', mostTitleCharacters),
    blocks: [
      input(feedbackInputs.reason, 'Why was this not helpful?', false, {
        type: 'radio_buttons',
        options: reasons,
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      }),
      ...(sources.length === 0
        ? []
        : [
            input(feedbackInputs.citation, 'Which part?', false, {
              type: 'static_select',
              options: citations,
              initial_option: cited ?? whole,
            }),
          ]),
      input(feedbackInputs.note, 'In your words', true, {
        type: 'plain_text_input',
        multiline: true,
        max_length: mostNoteCharacters,
        ...(given?.note ? { initial_value: given.note.slice(0, mostNoteCharacters) } : {}),
      }),
    ],
  };
}

function sourceOption({ source, named }: NamedSource) {
  const title = named ? ` ${titleOf(source.publication)}` : '';
  return option(String(source.number), `[${source.number}]${title}`);
}

function option(value: string, text: string) {
  return { text: { type: 'plain_text', text: plainText(text, 75), emoji: true }, value };
}

function input(id: string, label: string, optional: boolean, element: object): object {
  const hint = 'Please leave out what identifies a patient.';
  return {
    type: 'input',
    block_id: id,
    optional,
    label: plainTextObject(label, 2_000),
    ...(id === feedbackInputs.note ? { hint: plainTextObject(hint, 2_000) } : {}),
    element: { ...element, action_id: id },
  };
}
