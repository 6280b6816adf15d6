import type { Entry } from '../../../interactions/element-values.ts';
import { type Fields, numberOf, stringOf } from '../read-block.ts';

const isEmpty = (entry: Entry): boolean =>
  entry === null ||
  (typeof entry === 'string' && entry.trim() === '') ||
  (Array.isArray(entry) && entry.length === 0);

function checkText(element: Fields, text: string): string | null {
  const shortest = numberOf(element.min_length) ?? 0;
  const longest = numberOf(element.max_length) ?? Number.POSITIVE_INFINITY;
  if (text.length < shortest) return `Use at least ${shortest} characters.`;
  if (text.length > longest) return `Use ${longest} characters or fewer.`;
  return null;
}

function checkNumber(element: Fields, text: string): string | null {
  if (!/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(text.trim())) return 'Enter a number.';
  const value = Number(text);
  if (element.is_decimal_allowed !== true && !Number.isInteger(value)) {
    return 'Enter a whole number.';
  }
  const least = stringOf(element.min_value);
  const most = stringOf(element.max_value);
  if (least !== '' && value < Number(least)) return `Enter ${least} or more.`;
  if (most !== '' && value > Number(most)) return `Enter ${most} or less.`;
  return null;
}

function checkAddress(text: string): string | null {
  const url = URL.parse(text.trim());
  return url?.protocol === 'http:' || url?.protocol === 'https:'
    ? null
    : 'Enter a web address that begins with https://.';
}

/**
 * What is wrong with what was filled in, before the app is asked, as Slack does.
 *
 * @returns null when the form may be sent.
 */
export function checkEntry(element: Fields, entry: Entry, optional: boolean): string | null {
  if (isEmpty(entry)) return optional ? null : 'Please complete this required field.';
  const text = String(entry);
  switch (element.type) {
    case 'plain_text_input':
      return checkText(element, text);
    case 'number_input':
      return checkNumber(element, text);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? null : 'Enter an email address.';
    case 'url_text_input':
      return checkAddress(text);
    default:
      return null;
  }
}
