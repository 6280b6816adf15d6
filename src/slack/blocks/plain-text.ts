import { escapeText, withoutAddresses } from './markup.ts';
import { shorten } from './split-text.ts';

/** Text for a `plain_text` object: on one line, escaped, without addresses, at most `most` characters. */
export function plainText(text: string, most: number): string {
  return escapeText(shorten(withoutAddresses(text), most));
}

/** A `plain_text` object. */
export function plainTextObject(text: string, most: number): object {
  return { type: 'plain_text', text: plainText(text, most), emoji: true };
}

/** Slack's limit. */
const mostLabelCharacters = 75;

/** What screen readers say in place of a button's text: as it is, for nothing in it is markup. */
export function accessibilityLabel(text: string): string {
  const readable = withoutAddresses(text).replaceAll('&', 'and').replace(/[<>]/g, ' ');
  return shorten(readable, mostLabelCharacters);
}
