import type { Publication } from '../../library/index.ts';
import {
  comparisonColumns,
  fewestCompared,
  mostColumns,
  mostCompared,
  standardColumn,
} from '../../summaries/index.ts';
import {
  formInput,
  formModal,
  formOption,
  textElement,
} from '../notices/composing/form-elements.ts';
import { nameInMenu } from '../notices/composing/suggest-publications.ts';
import type { ChannelStanding } from '../people/channel-standing.ts';
import type { ComparisonStart } from './comparison-start.ts';
import { writeFormPlace } from './form-place.ts';
import { reportFields, reportViews } from './report-ids.ts';
import { seenBy } from './summary-form.ts';

export interface ComparisonFormOptions {
  start: Pick<ComparisonStart, 'what' | 'columns'>;
  /** Those chosen already. */
  publications: readonly Publication[];
  /** The channel in which they asked, and how Concord stands to it; null for none. */
  asked: { channel: string; standing: ChannelStanding } | null;
  /** UTC ms. */
  now: number;
}

/** Of one column of somebody's own. */
export const mostColumnCharacters = 120;

const choices = [
  formOption('table', 'A table, side by side, with what they agree on'),
  formOption('changes', 'What has changed from the earlier to the later (two)'),
];

/** The form in which a comparison is asked for. */
export function comparisonForm({ start, publications, asked, now }: ComparisonFormOptions): object {
  const channel = asked?.standing === 'member' ? asked.channel : null;
  const chosen = publications
    .slice(0, mostCompared)
    .map((publication) => formOption(publication.id, nameInMenu(publication, now)));
  const form = formModal({
    callbackId: reportViews.comparison,
    notices: null,
    title: 'Compare',
    submit: 'Compare',
    close: 'Cancel',
    blocks: [
      formInput({
        id: reportFields.publications,
        label: 'Publications',
        hint: `${fewestCompared} to ${mostCompared}. Type a part of a title, an author or a year.`,
        element: {
          type: 'multi_external_select',
          min_query_length: 0,
          max_selected_items: mostCompared,
          ...(chosen.length === 0 ? {} : { initial_options: chosen }),
        },
      }),
      formInput({
        id: reportFields.what,
        label: 'What you want',
        element: {
          type: 'radio_buttons',
          options: choices,
          initial_option: choices.find(({ value }) => value === start.what),
        },
      }),
      ...columnInputs(start.columns),
      ...seenBy(asked?.standing ?? null),
    ],
  });
  return { ...form, private_metadata: writeFormPlace(channel) };
}

function columnInputs(columns: readonly string[]): object[] {
  const options = comparisonColumns.map((column) => formOption(column, sentenceCase(column)));
  const named = columns.flatMap((column) => standardColumn(column) ?? []);
  const own = columns.filter((column) => standardColumn(column) === null);
  const initial =
    columns.length === 0
      ? options
      : options.filter(({ value }) => named.some((each) => each === value));
  return [
    formInput({
      id: reportFields.columns,
      label: 'Columns of the table',
      optional: true,
      element: {
        type: 'checkboxes',
        options,
        ...(initial.length === 0 ? {} : { initial_options: initial }),
      },
    }),
    formInput({
      id: reportFields.ownColumns,
      label: 'Columns of your own',
      hint: `One on each line: a word or a question, such as “What did it cost?”. At most ${mostColumns} columns in all.`,
      optional: true,
      element: textElement(own.join('\n'), { most: 1_200, multiline: true }),
    }),
  ];
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
