import { formInput, formOption, textElement } from './form-elements.ts';
import { noticeFields } from './form-ids.ts';
import { type Repeating, type RepeatValues, repeatings } from './form-values.ts';

const texts: Readonly<Record<Repeating, string>> = {
  never: 'It does not repeat',
  week: 'Every week',
  fortnight: 'Every two weeks',
  'month-weekday': 'Every month on this weekday, such as the second Tuesday',
  'month-date': 'Every month on this date',
};

/** Whether a session takes place again and again, until when, and when it does not. */
export function repeatFields({ repeats, until, except }: RepeatValues): object[] {
  return [
    formInput({
      id: noticeFields.repeats,
      label: 'Repeats',
      element: {
        type: 'static_select',
        options: repeatings.map((one) => formOption(one, texts[one])),
        initial_option: formOption(repeats, texts[repeats]),
      },
    }),
    formInput({
      id: noticeFields.until,
      label: 'Until',
      hint: 'If it repeats: the last date, such as “30 June 2027”, or how many times, such as “6 times”.',
      optional: true,
      element: textElement(until, { most: 100 }),
    }),
    formInput({
      id: noticeFields.except,
      label: 'Not on',
      hint: 'If it repeats: dates on which it does not take place, one on each line.',
      optional: true,
      element: textElement(except.join('\n'), { most: 2_000, multiline: true }),
    }),
  ];
}

/**
 * Whether what is done with one session of a series is done with those after it, too.
 *
 * @param later - How many these are; with none it is not asked.
 */
export function scopeField(later: number, isChosen: boolean): object[] {
  if (later === 0) return [];
  const one = formOption('one', 'Only this one');
  const all = formOption(
    'later',
    `This and ${later === 1 ? 'the later one' : `all ${later} later ones`}`,
  );
  return [
    formInput({
      id: noticeFields.scope,
      label: 'Which sessions',
      element: { type: 'radio_buttons', options: [one, all], initial_option: isChosen ? all : one },
    }),
  ];
}
