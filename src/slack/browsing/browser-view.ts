import type { Publication, PublicationKind } from '../../library/index.ts';
import { button } from '../blocks/button.ts';
import { describeFacts, display, titleOf } from '../blocks/describe-publication.ts';
import { joinMarkup, linkTo, markup } from '../blocks/markup.ts';
import { mostTitleCharacters } from '../blocks/message-view.ts';
import { context, section } from '../blocks/piece.ts';
import { plainTextObject } from '../blocks/plain-text.ts';
import { formOption } from '../notices/composing/form-elements.ts';
import { reportActions } from '../reports/report-ids.ts';
import type { LibraryPage } from './browse-library.ts';
import { anyKind, browserActions } from './browser-ids.ts';

const mostTypedCharacters = 200;
const mostAuthorsCharacters = 150;

const kindNames: Readonly<Record<PublicationKind, string>> = {
  paper: 'Papers',
  'case-study': 'Case studies',
  policy: 'Policies',
  statement: 'Statements',
  answer: 'Staff answers',
  notice: 'Notices',
};

/** A modal in which somebody looks through what of the library they may read. */
export function browserView(page: LibraryPage): object {
  return {
    type: 'modal',
    callback_id: browserActions.open,
    title: plainTextObject('Library', mostTitleCharacters),
    // Slack shows no field without it; it searches, as Enter does.
    submit: plainTextObject('Search', mostTitleCharacters),
    close: plainTextObject('Close', mostTitleCharacters),
    blocks: [
      searchField(),
      kindMenu(page),
      context(markup`${describeFound(page)}`, '').block,
      ...page.publications.flatMap(describeOne),
      ...pager(page),
    ],
  };
}

function searchField(): object {
  return {
    type: 'input',
    block_id: browserActions.search,
    dispatch_action: true,
    optional: true,
    label: plainTextObject('Search', 75),
    hint: plainTextObject('Title, author or year, even misspelt.', 150),
    element: {
      type: 'plain_text_input',
      action_id: browserActions.search,
      max_length: mostTypedCharacters,
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  };
}

function kindMenu({ kinds, search }: LibraryPage): object {
  const all = formOption(anyKind, 'All kinds');
  const options = [all, ...kinds.map((kind) => formOption(kind, kindNames[kind]))];
  return {
    type: 'actions',
    block_id: browserActions.kind,
    elements: [
      {
        type: 'static_select',
        action_id: browserActions.kind,
        options,
        initial_option: options.find(({ value }) => value === search.kind) ?? all,
      },
    ],
  };
}

function describeFound({ found, search, pages, isNearest }: LibraryPage): string {
  const count = `${found.toLocaleString('en-GB')} ${found === 1 ? 'publication' : 'publications'}`;
  const typed = display(search.typed, mostTypedCharacters);
  const on = pages === 1 ? '' : `, page ${search.page + 1} of ${pages}`;
  if (found === 0) {
    return typed === '' ? 'There is nothing here that you may read.' : `Nothing fits “${typed}”.`;
  }
  if (isNearest) return `Nothing has all of “${typed}”. The nearest: ${count}${on}.`;
  return typed === '' ? `${count}${on}.` : `${count} for “${typed}”${on}.`;
}

function describeOne(publication: Publication): object[] {
  const { id, authors, link } = publication;
  const title = titleOf(publication);
  const name = link === null ? markup`${title}` : linkTo(link, title);
  const { shown } = describeFacts(publication, { heading: null, pages: [] });
  const by = display(authors.join(', '), mostAuthorsCharacters);
  const summarise = button({
    actionId: reportActions.summarise,
    text: 'Summarise',
    label: `Summarise ${title}`,
    value: id,
  });
  const details = button({
    actionId: browserActions.details,
    text: 'Details',
    label: `Details of ${title}`,
    value: id,
  });
  return [
    section(joinMarkup([markup`*${name}*`, shown, ...(by === '' ? [] : [markup`${by}`])], '\n'), '')
      .block,
    { type: 'actions', elements: [summarise, details] },
  ];
}

function pager({ search: { page }, pages }: LibraryPage): object[] {
  const elements = [
    ...(page > 0
      ? [button({ actionId: browserActions.previous, text: 'Previous page', value: `${page - 1}` })]
      : []),
    ...(page < pages - 1
      ? [button({ actionId: browserActions.next, text: 'Next page', value: `${page + 1}` })]
      : []),
  ];
  return elements.length === 0 ? [] : [{ type: 'divider' }, { type: 'actions', elements }];
}
