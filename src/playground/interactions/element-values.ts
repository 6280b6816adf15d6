import { richTextFromText } from '../wire/rich-text-from-text.ts';
import type { WireObject } from '../wire/wire-object.ts';

/** An element of Block Kit, as the app sent it. */
export type Element = { type: string } & Record<string, unknown>;

/** What a person enters or chooses: text, an option's value, several of them, or nothing. */
export type Entry = string | readonly string[] | number | null;

interface Option {
  value: string;
  text: unknown;
}

function optionsOf(element: Element): Option[] {
  const groups = Array.isArray(element.option_groups)
    ? (element.option_groups as { options: Option[] }[]).flatMap((group) => group.options)
    : [];
  const options = Array.isArray(element.options) ? (element.options as Option[]) : [];
  const initial = [element.initial_option, element.initial_options].flat() as (
    | Option
    | undefined
  )[];
  return [...options, ...groups, ...initial.filter((option) => option !== undefined)];
}

function chosen(element: Element, value: string): Option {
  const option = optionsOf(element).find((candidate) => candidate.value === value);
  // The options of an external menu come from the app; only their value is known here.
  return option ?? { value, text: { type: 'plain_text', text: value, emoji: true } };
}

const singleFields: Readonly<Record<string, string>> = {
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  button: 'value',
  feedback_buttons: 'value',
  icon_button: 'value',
};
const severalFields: Readonly<Record<string, string>> = {
  multi_users_select: 'selected_users',
  multi_channels_select: 'selected_channels',
  multi_conversations_select: 'selected_conversations',
};
const oneOption = new Set(['static_select', 'external_select', 'radio_buttons', 'overflow']);
const severalOptions = new Set(['multi_static_select', 'multi_external_select', 'checkboxes']);

/** The value of an element in the form in which Slack sends it. */
export function elementValue(element: Element, entry: Entry): WireObject {
  const { type } = element;
  const all = Array.isArray(entry) ? entry : entry === null ? [] : [String(entry)];
  if (oneOption.has(type)) {
    const first = all[0];
    return { type, selected_option: first === undefined ? null : chosen(element, first) };
  }
  if (severalOptions.has(type)) {
    return { type, selected_options: all.map((value) => chosen(element, value)) };
  }
  if (type === 'rich_text_input') {
    const written = typeof entry === 'string' && entry !== '';
    return { type, rich_text_value: written ? richTextFromText(entry) : entry || null };
  }
  // What else is known of the files is put there when the form is sent.
  if (type === 'file_input') return { type, files: all.map((id) => ({ id })) };
  if (type === 'datetimepicker') {
    return { type, selected_date_time: all[0] === undefined ? null : Number(all[0]) };
  }
  const several = severalFields[type];
  if (several !== undefined) return { type, [several]: all };
  return { type, [singleFields[type] ?? 'value']: Array.isArray(entry) ? all.join(',') : entry };
}

const initialFields: Readonly<Record<string, string>> = {
  users_select: 'initial_user',
  channels_select: 'initial_channel',
  conversations_select: 'initial_conversation',
  datepicker: 'initial_date',
  timepicker: 'initial_time',
  datetimepicker: 'initial_date_time',
};

/** What an element holds before anybody touches it. */
export function initialEntry(element: Element): Entry {
  const optionValue = (option: unknown): string => (option as Option).value;
  if (element.initial_option !== undefined) return optionValue(element.initial_option);
  if (Array.isArray(element.initial_options)) return element.initial_options.map(optionValue);
  const several = ['users', 'channels', 'conversations'].map((name) => element[`initial_${name}`]);
  const initial = several.find(Array.isArray);
  if (initial !== undefined) return initial as string[];
  return (element[initialFields[element.type] ?? 'initial_value'] as Entry | undefined) ?? null;
}

/** Nothing was entered or chosen. */
export const isEmptyEntry = (entry: Entry): boolean =>
  entry === null || entry === '' || (Array.isArray(entry) && entry.length === 0);
