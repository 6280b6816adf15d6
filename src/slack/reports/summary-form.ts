import type { Publication } from '../../library/index.ts';
import { summaryLengths, summaryReaders } from '../../summaries/index.ts';
import { markup } from '../blocks/markup.ts';
import { context } from '../blocks/piece.ts';
import { plainTextObject } from '../blocks/plain-text.ts';
import { formInput, formModal, formOption } from '../notices/composing/form-elements.ts';
import { nameInMenu } from '../notices/composing/suggest-publications.ts';
import type { ChannelStanding } from '../people/channel-standing.ts';
import { lengthNames, readerNames } from './describe-request.ts';
import { writeFormPlace } from './form-place.ts';
import { reportFields, reportViews } from './report-ids.ts';

export interface SummaryFormOptions {
  /** Those among which the person chooses, the first chosen already; none to choose from the library. */
  publications: readonly Publication[];
  /** The channel in which they asked, and how Concord stands to it; null for none. */
  asked: { channel: string; standing: ChannelStanding } | null;
  /** UTC ms. */
  now: number;
}

/** Slack's limit of a menu. */
const mostOffered = 100;

/** The form in which a summary is asked for. */
export function summaryForm({ publications, asked, now }: SummaryFormOptions): object {
  const channel = asked?.standing === 'member' ? asked.channel : null;
  const form = formModal({
    callbackId: reportViews.summary,
    notices: null,
    title: 'Summarise',
    submit: 'Summarise',
    close: 'Cancel',
    blocks: [
      publicationInput(publications, now),
      formInput({
        id: reportFields.length,
        label: 'How long',
        element: choices(
          'radio_buttons',
          summaryLengths.map((length) => formOption(length, lengthNames[length])),
          'brief',
        ),
      }),
      formInput({
        id: reportFields.reader,
        label: 'Written for',
        element: choices(
          'static_select',
          summaryReaders.map((reader) => formOption(reader, readerNames[reader])),
          'member',
        ),
      }),
      ...seenBy(asked?.standing ?? null),
    ],
  });
  return { ...form, private_metadata: writeFormPlace(channel) };
}

function publicationInput(publications: readonly Publication[], now: number): object {
  const options = publications
    .slice(0, mostOffered)
    .map((publication) => formOption(publication.id, nameInMenu(publication, now)));
  const [first] = options;
  if (first !== undefined && options.length > 1) {
    return formInput({
      id: reportFields.publication,
      label: 'Publication',
      hint: 'The message names all of these.',
      element: { type: 'static_select', options, initial_option: first },
    });
  }
  return formInput({
    id: reportFields.publication,
    label: 'Publication',
    hint: 'Type a part of its title, an author or a year.',
    element: {
      type: 'external_select',
      min_query_length: 0,
      placeholder: plainTextObject('Choose, or type', 150),
      ...(first === undefined ? {} : { initial_option: first }),
    },
  });
}

/** Of several, one of which is chosen at first. */
function choices(
  type: 'radio_buttons' | 'static_select',
  options: readonly { value: string }[],
  initial: string,
): object {
  return { type, options, initial_option: options.find(({ value }) => value === initial) };
}

const onlyMe = formOption('only-me', 'Only me, in my conversation with Concord');
const everybody = formOption('channel', 'Everybody in this channel, in a thread');
const notMember =
  'Only you will see it, in your conversation with Concord. For everybody in this channel to see it, invite Concord with /invite @Concord first.';

/** Who is to see it, where it was asked for in a channel. */
export function seenBy(standing: ChannelStanding | null): object[] {
  if (standing === 'not-member') return [context(markup`${notMember}`, notMember).block];
  if (standing !== 'member') return [];
  return [
    formInput({
      id: reportFields.seenBy,
      label: 'Who sees it',
      element: {
        type: 'radio_buttons',
        options: [onlyMe, everybody],
        initial_option: onlyMe,
      },
    }),
  ];
}
