import { withoutAddresses } from './markup.ts';
import type { ContextPart } from './quote-context.ts';

/**
 * Text for an element of rich text, which Slack shows as it is: clean, without addresses, and
 * without anything that would be a mention or a link elsewhere, such as in a notification.
 */
export function literalText(text: string): string {
  return withoutAddresses(text)
    .replace(/<(?=[!@#a-z])/gi, '‹')
    .replace(/\n{3,}/g, '\n\n');
}

/**
 * A stretch of a publication with the quoted words in bold, between » and « for those who cannot
 * see or hear that.
 */
export function quotedStretch(parts: readonly ContextPart[]): object {
  const elements = parts.flatMap(({ text, quoted }) => {
    const shown = textElements(literalText(text), quoted);
    return quoted ? [...textElements('»', false), ...shown, ...textElements('«', false)] : shown;
  });
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] };
}

/** Code points; Slack takes 12,000 UTF-16 units in one element. */
const mostElementCharacters = 5_000;

function textElements(text: string, bold: boolean): object[] {
  const parts = text.match(new RegExp(`.{1,${mostElementCharacters}}`, 'gsu')) ?? [];
  return parts.map((part) => ({ type: 'text', text: part, ...(bold ? { style: { bold } } : {}) }));
}
