import {
  type AbstentionReason,
  type Answer,
  describeDisagreements,
  type Exchange,
  modelNote,
  type Source,
} from '../answering/index.ts';
import type { Publication } from '../library/index.ts';
import { wrapText } from './wrap-text.ts';

const reasons: Readonly<Record<AbstentionReason, string>> = {
  'library-empty':
    'The library holds nothing that you may read. Add publications with `concord ingest DIRECTORY`.',
  'nothing-relevant': 'The library does not answer this: nothing in it is close to the question.',
  'evidence-too-weak': 'The library does not answer this.',
  'no-question':
    'There is no question here that can be looked up. Ask about something the library may hold, such as “What are the common values?”',
};

/** The answer or abstention as a person reads it on a terminal. */
export function describeExchange(exchange: Exchange, width: number): string {
  const { answer, question, standaloneQuestion } = exchange;
  const parts = [describeAnswer(answer, width)];
  const note = modelNote(exchange);
  if (note !== null) parts.push(wrapText(note, width));
  if (standaloneQuestion !== question && answer.kind === 'answer') {
    parts.unshift(wrapText(`Understood as: ${standaloneQuestion}`, width));
  }
  return parts.join('\n\n');
}

function describeAnswer(answer: Answer, width: number): string {
  if (answer.kind === 'abstention') {
    const nearest = answer.nearest.map(({ publication, heading, page }) =>
      item(
        '-',
        [
          publication.title,
          standing(publication),
          page === null ? '' : `p. ${page}`,
          heading === null ? '' : `section “${heading}”`,
        ],
        width,
      ),
    );
    const said = wrapText(reasons[answer.reason], width);
    return nearest.length === 0 ? said : `${said}\n\nClosest\n${nearest.join('\n')}`;
  }
  const claims = answer.claims.map(({ text, citations }) =>
    wrapText(`${text} ${citations.map((number) => `[${number}]`).join('')}`, width),
  );
  const disagreements = describeDisagreements(answer, { facts: factsOf, kind: kindOf }).map(
    (each) => wrapText(`Sources disagree. ${each}`, width),
  );
  const sources = answer.sources.map((source) => describeSource(source, width));
  return `${[...claims, ...disagreements].join('\n\n')}\n\nSources\n${sources.join('\n')}`;
}

function describeSource({ number, publication, heading, pages }: Source, width: number): string {
  return item(
    `[${number}]`,
    [
      publication.title,
      kindOf(publication),
      readableDate(publication.date),
      standing(publication),
      pages.length > 0 ? `p. ${pages.join(', ')}` : heading === null ? '' : `section “${heading}”`,
      publication.link ?? '',
    ],
    width,
  );
}

function item(mark: string, facts: readonly string[], width: number): string {
  const indent = ' '.repeat(mark.length + 1);
  return wrapText(`${mark} ${facts.filter((fact) => fact !== '').join(' · ')}`, width, indent);
}

const kindOf = ({ kind }: Publication): string =>
  kind === 'answer' ? 'staff answer' : kind.replace('-', ' ');

/** `policy, March 2024, superseded`. */
function factsOf(publication: Publication): string {
  const { date, status } = publication;
  const dated = date === null ? 'no date' : readableDate(date);
  return [kindOf(publication), dated, ...(status === 'current' ? [] : [status])].join(', ');
}

/** What bears on how far a publication can be relied on. */
function standing({ status, supersededBy, illustrative }: Publication): string {
  const replaced = supersededBy === null ? 'superseded' : `superseded by ${supersededBy}`;
  const mark = status === 'superseded' ? replaced : status === 'retracted' ? 'RETRACTED' : '';
  return [mark, illustrative ? 'illustrative example' : '']
    .filter((part) => part !== '')
    .join(' · ');
}

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `6 October 2014`, `October 2014` or `2014`, as precise as the date is. */
export function readableDate(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-');
  const name = months[Number(month) - 1];
  if (name === undefined) return year ?? '';
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
