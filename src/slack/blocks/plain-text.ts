import { escapeText, withoutAddresses } from './markup.ts';
import { shorten } from './split-text.ts';

/**
 * Text for a `plain_text` object or an accessibility label: on one line, escaped, without
 * addresses, at most `most` characters.
 */
export function plainText(text: string, most: number): string {
  return escapeText(shorten(withoutAddresses(text), most));
}

/** A `plain_text` object. */
export function plainTextObject(text: string, most: number): object {
  return { type: 'plain_text', text: plainText(text, most), emoji: true };
}
