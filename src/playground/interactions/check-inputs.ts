import type { View } from '../state/views.ts';
import { inputElements } from '../web-api/read-view.ts';
import type { WireObject } from '../wire/wire-object.ts';
import { type Entry, isEmptyEntry } from './element-values.ts';

type Element = ReturnType<typeof inputElements>[number]['element'];

const valueKeys = ['value', 'rich_text_value', 'files'];

/** What an element holds, whatever its kind calls it. */
function heldEntry(view: View, blockId: string, actionId: string): Entry {
  const held: WireObject = view.values[blockId]?.[actionId] ?? {};
  const key = Object.keys(held).find(
    (name) => valueKeys.includes(name) || name.startsWith('selected_'),
  );
  return key === undefined ? null : ((held[key] as Entry) ?? null);
}

const emailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function textProblem(element: Element, text: string): string | null {
  const { min_length: least, max_length: most } = element;
  if (typeof least === 'number' && text.length < least) {
    return `Enter at least ${least} characters`;
  }
  if (typeof most === 'number' && text.length > most) return `Enter at most ${most} characters`;
  return null;
}

function numberProblem(element: Element, text: string): string | null {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return 'Enter a number';
  if (element.is_decimal_allowed !== true && !Number.isInteger(value)) {
    return 'Enter a whole number';
  }
  const { min_value: least, max_value: most } = element;
  if (least !== undefined && value < Number(least)) return `Enter ${String(least)} or more`;
  if (most !== undefined && value > Number(most)) return `Enter ${String(most)} or less`;
  return null;
}

/** What Slack's own form would object to in what was entered; null when nothing. */
function entryProblem(element: Element, entry: Entry): string | null {
  const text = String(entry);
  switch (element.type) {
    case 'plain_text_input':
      return textProblem(element, text);
    case 'email_text_input':
      return emailAddress.test(text) ? null : 'Enter an email address';
    case 'url_text_input':
      return /^https?:\/\//i.test(text) && URL.canParse(text) ? null : 'Enter a URL';
    case 'number_input':
      return numberProblem(element, text);
    default: {
      const { max_selected_items: most = element.max_files } = element;
      const isTooMany = typeof most === 'number' && Array.isArray(entry) && entry.length > most;
      return isTooMany ? `Choose at most ${most}` : null;
    }
  }
}

/**
 * What keeps a form from being sent, as Slack checks it before the app hears of it: inputs that
 * have to be filled in, addresses that are none, numbers out of range, texts of the wrong length.
 *
 * @returns block id → what is wrong.
 */
export function inputProblems(view: View): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { block, element, blockId, actionId } of inputElements(view)) {
    if (block.type !== 'input') continue;
    const entry = heldEntry(view, blockId, actionId);
    const problem = isEmptyEntry(entry)
      ? block.optional !== true && 'Please complete this field'
      : entryProblem(element, entry);
    if (problem) problems[blockId] = problem;
  }
  return problems;
}
