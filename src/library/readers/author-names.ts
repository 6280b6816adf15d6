import { tidyText } from './block-text.ts';

/** What installations and generators write where a person's name belongs. */
const placeholder =
  /^(?:python-docx|users?\d*|admin(?:istrator)?|owner|author|unknown|anonymous|root|windows user|microsoft.*|office|apache poi|un-?named|test|x|.*\\.*|https?:.*)$/i;
/** Two to five words, most with a capital: a person, not `City Council, Leeds`. */
const personName =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:[\p{Lu}(][\p{L}.'’)-]*|van|von|de|der|da|di|del|la|le|bin|al)){1,4}$/u;

/**
 * Names from one field of a file's properties: separated by semicolons, or by commas and "and" when
 * each part then is the name of a person. Placeholders are dropped.
 */
export function authorNames(field: string): string[] {
  const whole = tidyText(field);
  const parts = whole.split(/\s*;\s*/);
  const byComma = whole.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+/);
  const isList =
    parts.length === 1 && byComma.length > 1 && byComma.every((part) => personName.test(part));
  return (isList ? byComma : parts).filter((name) => name.length > 1 && !placeholder.test(name));
}
