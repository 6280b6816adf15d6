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
    const shown = literalText(text);
    if (!quoted) return [textElement(shown, false)];
    return [textElement('»', false), textElement(shown, true), textElement('«', false)];
  });
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_quote', elements: elements.filter(({ text }) => text !== '') }],
  };
}

function textElement(text: string, bold: boolean): { type: string; text: string } {
  return { type: 'text', text, ...(bold ? { style: { bold } } : {}) };
}
