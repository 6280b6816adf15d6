import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { type FormNotices, writeFormNotices } from './form-ids.ts';

/** One of several things to choose. */
export interface FormOption {
  text: object;
  value: string;
}

/** @param value an id; Slack takes 150 characters. */
export function formOption(value: string, text: string): FormOption {
  return { text: plainTextObject(text, 75), value };
}

export interface FormInput {
  /** Block id, and action id of the element. */
  id: string;
  label: string;
  hint?: string;
  /** Whether it may be left empty. */
  optional?: boolean;
  element: object;
}

export function formInput({ id, label, hint, optional = false, element }: FormInput): object {
  return {
    type: 'input',
    block_id: id,
    optional,
    label: plainTextObject(label, 150),
    ...(hint === undefined ? {} : { hint: plainTextObject(hint, 300) }),
    element: { ...element, action_id: id },
  };
}

/** A text, filled in unless it is empty. @param most UTF-16 code units; Slack takes 3,000. */
export function textElement(
  initial: string,
  { most, multiline = false }: { most: number; multiline?: boolean },
): object {
  const begun = initial.slice(0, most).toWellFormed();
  return {
    type: 'plain_text_input',
    multiline,
    max_length: most,
    ...(begun.trim() === '' ? {} : { initial_value: begun }),
  };
}

export interface FormModal {
  callbackId: string;
  /** What it is about; null for nothing yet. */
  notices: FormNotices | null;
  /** At most 24 characters, like the texts of its buttons. */
  title: string;
  submit: string;
  close: string;
  blocks: object[];
}

/** A form. One that changes a notice says when it is closed, so that what was begun is put away. */
export function formModal({ callbackId, notices, title, submit, close, blocks }: FormModal) {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: notices === null ? '' : writeFormNotices(notices),
    notify_on_close: (notices?.target ?? null) !== null,
    title: plainTextObject(title, mostTitleCharacters),
    submit: plainTextObject(submit, mostTitleCharacters),
    close: plainTextObject(close, mostTitleCharacters),
    blocks,
  };
}
