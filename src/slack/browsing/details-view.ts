import type { Publication, PublicationText } from '../../library/index.ts';
import { button } from '../blocks/button.ts';
import {
  describeFacts,
  describeStatus,
  display,
  statusSign,
  titleOf,
} from '../blocks/describe-publication.ts';
import { joinMarkup, linkAddress, markup } from '../blocks/markup.ts';
import { mostTitleCharacters } from '../blocks/message-view.ts';
import { context, section } from '../blocks/piece.ts';
import { plainTextObject } from '../blocks/plain-text.ts';
import { openOriginalActionId } from '../blocks/quote-view.ts';
import { draftFromText } from '../notices/composing/draft-text.ts';
import { reportActions } from '../reports/report-ids.ts';

const mostAuthorsCharacters = 500;
const mostHeadings = 12;
const mostHeadingCharacters = 120;

/** A modal that tells what a publication is: its facts, how it begins and what is in it. */
export function detailsView(publication: Publication, text: PublicationText | null): object {
  const title = titleOf(publication);
  const status = describeStatus(publication);
  const begins = text === null ? '' : draftFromText(text);
  return {
    type: 'modal',
    title: plainTextObject('Publication', mostTitleCharacters),
    close: plainTextObject('Back', mostTitleCharacters),
    blocks: [
      { type: 'header', text: plainTextObject(title, 150) },
      section(facts(publication), '').block,
      ...(status === null ? [] : [section(markup`${statusSign} *${status}.*`, '').block]),
      actions(publication, title),
      ...(begins === ''
        ? []
        : [section(markup`*In its own words*\n${display(begins, 900)}`, '').block]),
      ...contents(text),
    ],
  };
}

function facts(publication: Publication) {
  const bare = { ...publication, status: 'current' as const };
  const by = display(publication.authors.join(', '), mostAuthorsCharacters);
  const { pageCount, format } = publication;
  const unit = format === 'pptx' ? 'slide' : 'page';
  const length = pageCount === null ? '' : `${pageCount} ${pageCount === 1 ? unit : `${unit}s`}`;
  return joinMarkup(
    [
      describeFacts(bare, { heading: null, pages: [] }).shown,
      ...(length === '' ? [] : [markup`${length}`]),
      ...(by === '' ? [] : [markup`By ${by}`]),
    ],
    '\n',
  );
}

function actions({ id, link }: Publication, title: string): object {
  const address = link === null ? null : linkAddress(link);
  const summarise = button({
    actionId: reportActions.summarise,
    text: 'Summarise',
    label: `Summarise ${title}`,
    value: id,
    style: 'primary',
  });
  if (address === null) return { type: 'actions', elements: [summarise] };
  const { hostname } = new URL(address);
  const open = button({
    actionId: openOriginalActionId,
    text: `Open at ${hostname}`,
    label: `Open ${title} at ${hostname}`,
    url: address,
  });
  return { type: 'actions', elements: [summarise, open] };
}

/** Its headings of the highest level of which there are several. */
function contents(text: PublicationText | null): object[] {
  const headings = text?.headings ?? [];
  const levels = [...new Set(headings.map(({ level }) => level))].sort((one, other) => one - other);
  const level = levels.find((each) => headings.filter((one) => one.level === each).length > 1);
  const chosen = headings.filter((heading) => heading.level === level);
  if (chosen.length === 0) return [];
  const lines = chosen
    .slice(0, mostHeadings)
    .map((heading) => markup`• ${display(heading.text, mostHeadingCharacters)}`);
  const rest = chosen.length - lines.length;
  return [
    section(joinMarkup([markup`*What is in it*`, ...lines], '\n'), '').block,
    ...(rest > 0 ? [context(markup`And ${rest} more sections.`, '').block] : []),
  ];
}
