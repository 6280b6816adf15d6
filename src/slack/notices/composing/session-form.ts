import { formInput, formModal, formOption, textElement } from './form-elements.ts';
import { type FormNotices, noticeFields, noticeViews } from './form-ids.ts';
import type { ChosenPublication, SessionValues } from './form-values.ts';
import { repeatFields, scopeField } from './repeat-fields.ts';
import { sendingFields } from './sending-fields.ts';

const minuteWords: readonly (readonly [number, string])[] = [
  [7 * 24 * 60, 'A week before'],
  [24 * 60, 'A day before'],
  [60, 'An hour before'],
];

const mostPapers = 10;

/** The form in which a session is written. @param groups that whoever fills it in belongs to. */
export function sessionForm(
  values: SessionValues,
  notices: FormNotices,
  groups: readonly string[],
): object {
  return formModal({
    callbackId: noticeViews.session,
    notices,
    title: notices.target === null ? 'Session' : 'Change the session',
    submit: 'Preview',
    close: 'Cancel',
    blocks: [
      ...scopeField(values.later, notices.later === true),
      ...what(values),
      ...when(values),
      ...(values.repeating === null ? [] : repeatFields(values.repeating)),
      ...where(values),
      papers(values.papers),
      ...sendingFields(values, groups),
      ...reminders(values),
    ],
  });
}

function what({ title, description, speakers }: SessionValues): object[] {
  return [
    formInput({
      id: noticeFields.title,
      label: 'Title',
      element: textElement(title, { most: 150 }),
    }),
    formInput({
      id: noticeFields.text,
      label: 'What it is about',
      optional: true,
      element: textElement(description, { most: 2_800, multiline: true }),
    }),
    formInput({
      id: noticeFields.speakers,
      label: 'Speakers',
      hint: 'One on each line.',
      optional: true,
      element: textElement(speakers.join('\n'), { most: 2_000, multiline: true }),
    }),
  ];
}

/** When a session begins and ends: also all that is asked when it is postponed. */
export function when({ start, end, zone }: Pick<SessionValues, 'start' | 'end' | 'zone'>) {
  return [
    formInput({
      id: noticeFields.start,
      label: 'Begins',
      hint: 'As you would write it, such as “next Tuesday 2pm” or “24 November 14:00”.',
      element: textElement(start, { most: 100 }),
    }),
    formInput({
      id: noticeFields.end,
      label: 'Ends',
      hint: 'A time such as “3:30pm”, or how long it lasts, such as “90 minutes”; an hour if you leave it empty.',
      optional: true,
      element: textElement(end, { most: 100 }),
    }),
    formInput({
      id: noticeFields.zone,
      label: 'Time zone',
      element: {
        type: 'external_select',
        min_query_length: 1,
        initial_option: formOption(zone, zone.replaceAll('_', ' ')),
      },
    }),
  ];
}

function where({ place, link, capacity }: SessionValues): object[] {
  return [
    formInput({
      id: noticeFields.place,
      label: 'Place',
      optional: true,
      element: textElement(place, { most: 200 }),
    }),
    formInput({
      id: noticeFields.link,
      label: 'Link to join online',
      hint: 'It begins with https://.',
      optional: true,
      element: { type: 'url_text_input', ...(link === '' ? {} : { initial_value: link }) },
    }),
    formInput({
      id: noticeFields.capacity,
      label: 'Places',
      hint: 'How many can take part; empty for no limit.',
      optional: true,
      element: {
        type: 'number_input',
        is_decimal_allowed: false,
        min_value: '1',
        ...(capacity === null ? {} : { initial_value: String(capacity) }),
      },
    }),
  ];
}

function papers(chosen: readonly ChosenPublication[]): object {
  const options = chosen.slice(0, mostPapers).map(({ id, title }) => formOption(id, title));
  return formInput({
    id: noticeFields.papers,
    label: 'Papers to read before',
    hint: 'Only what everybody who may see it may read.',
    optional: true,
    element: {
      type: 'multi_external_select',
      min_query_length: 0,
      max_selected_items: mostPapers,
      ...(options.length === 0 ? {} : { initial_options: options }),
    },
  });
}

function reminders({ reminders: chosen, remindIn }: SessionValues): object[] {
  const known = minuteWords.map(([minutes, text]) => formOption(String(minutes), text));
  const others = chosen
    .filter((minutes) => !minuteWords.some(([one]) => one === minutes))
    .map((minutes) =>
      formOption(String(minutes), `${minutes.toLocaleString('en-GB')} minutes before`),
    );
  const options = [...known, ...others];
  const initial = options.filter(({ value }) => chosen.includes(Number(value)));
  const ways = [
    formOption('direct-message', 'Directly, those who are going or may come'),
    formOption('thread', 'In the thread of the announcement'),
  ];
  return [
    formInput({
      id: noticeFields.reminders,
      label: 'Reminders',
      optional: true,
      element: {
        type: 'checkboxes',
        options,
        ...(initial.length === 0 ? {} : { initial_options: initial }),
      },
    }),
    formInput({
      id: noticeFields.remindIn,
      label: 'Where to remind',
      element: {
        type: 'radio_buttons',
        options: ways,
        initial_option: ways.find(({ value }) => value === remindIn),
      },
    }),
  ];
}
