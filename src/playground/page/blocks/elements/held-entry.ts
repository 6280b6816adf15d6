import { type Entry, initialEntry } from '../../../interactions/element-values.ts';
import { type Fields, fieldsOf, listOf, numberOf, stringOf, textOf } from '../read-block.ts';

/** The text of a `rich_text` block, without its formatting. */
function richTextOf(value: unknown): string {
  const texts = (item: Fields): string =>
    stringOf(item.text) + listOf(item.elements).map(texts).join('');
  return listOf(fieldsOf(value).elements).map(texts).join('\n');
}

/** What an element holds before anybody touches it. */
export function firstEntry(element: Fields): Entry {
  if (element.type === 'rich_text_input') return richTextOf(element.initial_value);
  return initialEntry({ type: '', ...element });
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/**
 * What somebody has put into an element, read from a view's state.
 *
 * @param value as Slack sends it: `selected_option`, `selected_users`, `value`, ...
 * @returns undefined when the state does not say.
 */
export function heldEntry(value: unknown): Entry | undefined {
  for (const [key, held] of Object.entries(fieldsOf(value))) {
    if (key === 'selected_option') return held === null ? null : stringOf(fieldsOf(held).value);
    if (key === 'files') return listOf(held).map((file) => stringOf(file.id));
    if (key === 'selected_options') return listOf(held).map((option) => stringOf(option.value));
    if (key === 'rich_text_value') return richTextOf(held);
    if (key.startsWith('selected_') && Array.isArray(held)) return strings(held);
    if (key === 'value' || key.startsWith('selected_')) {
      return held === null ? null : (numberOf(held) ?? textOf(held));
    }
  }
  return undefined;
}
