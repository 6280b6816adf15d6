import { accessibilityLabel, plainTextObject } from './plain-text.ts';

/** Slack's limit of a button's text. */
const mostTextCharacters = 75;

export interface ButtonOptions {
  /** What its listener knows it by; unique within its block. */
  actionId: string;
  text: string;
  /** Said by screen readers in place of the text, which alone would not tell buttons apart. */
  label?: string;
  /** An id, nothing secret: everybody who sees the message can read it. */
  value?: string;
  /** Opened in the browser; one that `linkAddress` returned. */
  url?: string;
  style?: 'primary' | 'danger';
  /** What is asked before anything happens. */
  confirm?: { title: string; text: string; confirm: string; deny: string };
}

/** A button, for `actions` blocks and beside a section. */
export function button(options: ButtonOptions): object {
  const { actionId, text, label, value, url, style, confirm } = options;
  return {
    type: 'button',
    action_id: actionId,
    text: plainTextObject(text, mostTextCharacters),
    ...(label === undefined ? {} : { accessibility_label: accessibilityLabel(label) }),
    ...(value === undefined ? {} : { value }),
    ...(url === undefined ? {} : { url }),
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined ? {} : { confirm: confirmation(confirm) }),
  };
}

function confirmation(confirm: NonNullable<ButtonOptions['confirm']>): object {
  return {
    title: plainTextObject(confirm.title, 100),
    text: plainTextObject(confirm.text, 300),
    confirm: plainTextObject(confirm.confirm, 30),
    deny: plainTextObject(confirm.deny, 30),
    style: 'danger',
  };
}
