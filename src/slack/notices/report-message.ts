import {
  audienceUnknown,
  type Notice,
  type OutboxTask,
  type Outcome,
} from '../../notices/index.ts';
import { button } from '../blocks/button.ts';
import { display } from '../blocks/describe-publication.ts';
import { joinMarkup, linkAddress, linkTo, type Markup, markup } from '../blocks/markup.ts';
import { type Piece, section } from '../blocks/piece.ts';
import { attendeesButton } from './attendees-view.ts';
import { materialsButton } from './composing/notice-buttons.ts';
import { describeFailure } from './describe-failure.ts';

/** Action id of the button that has failed announcements sent again; its value is the notice's id. */
export const retryActionId = 'notice-retry';

/** Places that are named one by one; a section has room for so many. */
const mostNamed = 20;
const mostTitle = 150;

/** A place where it arrived, with the address of the message if that is known. */
export interface Arrived {
  task: OutboxTask;
  permalink: string | null;
}

/** The places whose messages are looked up for a report. */
export const namedArrivals = (outcome: Outcome): OutboxTask[] => outcome.sent.slice(0, mostNamed);

/** For the author: where a message arrived, where it did not and why, and what to do about it. */
export function reportPieces(
  notice: Notice,
  outcome: Outcome,
  arrived: readonly Arrived[],
): Piece[] {
  const { sent, failed, waiting } = outcome;
  const title = display(notice.details.title, mostTitle);
  const all = sent.length + failed.length + waiting.length;
  const what = describeOccasion(outcome.occasion);
  const count = `${what} was delivered to ${sent.length} of ${all} ${all === 1 ? 'place' : 'places'}.`;
  const pieces = [section(markup`*${title}*\n${count}`, `${title}: ${count}`)];
  if (arrived.length > 0) pieces.push(arrivals(arrived, sent.length - arrived.length));
  if (waiting.length > 0) pieces.push(places('Still being tried', waiting));
  pieces.push(...doubts(sent), ...failures(failed));
  const buttons = [
    ...(failed.some(isRetriable) ? [retryButton(notice, title)] : []),
    ...(notice.details.kind === 'session'
      ? [attendeesButton(notice.id, title), materialsButton(notice)]
      : []),
  ];
  if (buttons.length > 0) pieces.push({ block: { type: 'actions', elements: buttons }, text: '' });
  return pieces;
}

/** Whether trying again may help. */
export function isRetriable({ occasion, state, problem }: OutboxTask): boolean {
  if (occasion !== 'announcement' || state !== 'failed') return false;
  return describeFailure(problem).advice?.includes('Try again') === true;
}

/** `announcement` → `The announcement`. */
function describeOccasion(occasion: string): string {
  const kind = occasion.split('-')[0] ?? '';
  if (kind === 'change') return 'The note of the change';
  if (kind === 'cancellation') return 'The note that it is called off';
  if (kind === 'displacement') return 'The word that there are fewer places';
  if (kind === 'materials') return 'The word that there are materials';
  if (kind === 'promotion') return 'The word that there is a place';
  return kind === 'reminder' ? 'A reminder' : 'The announcement';
}

/** A channel or person as people see them. */
export function placeName(place: string): Markup {
  if (/^[CG][A-Z0-9]+$/.test(place)) return { mrkdwn: `<#${place}>` };
  if (/^[UW][A-Z0-9]+$/.test(place)) return { mrkdwn: `<@${place}>` };
  return markup`everybody who may come`;
}

function arrivals(arrived: readonly Arrived[], others: number): Piece {
  const lines = arrived.map(({ task, permalink }) => {
    const name = placeName(task.place);
    return permalink === null
      ? markup`• ${name}`
      : markup`• ${name}: ${linkTo(permalink, 'open it')}`;
  });
  if (others > 0) lines.push(markup`• and ${others} more`);
  const addresses = arrived.flatMap(({ permalink }) =>
    permalink === null || linkAddress(permalink) === null ? [] : [permalink],
  );
  return section(
    joinMarkup(lines, '\n'),
    addresses.length === 0 ? '' : `It is at ${addresses.join(' , ')}`,
  );
}

/** Where it was sent without knowing who would see it. */
function doubts(sent: readonly OutboxTask[]): Piece[] {
  const unsure = sent.filter(({ problem }) => problem === audienceUnknown);
  if (unsure.length === 0) return [];
  const text =
    'It could not be made sure in time that no guests or people of other organisations are there.';
  return [places('Look who is there', unsure), section(markup`${text}`, text)];
}

function places(what: string, tasks: readonly OutboxTask[]): Piece {
  const names = tasks.slice(0, mostNamed).map(({ place }) => placeName(place));
  const rest = tasks.length - names.length;
  const more = rest > 0 ? ` and ${rest} more` : '';
  const shown = markup`*${what}:* ${joinMarkup(names, ', ')}${more}`;
  return section(shown, `${what}: ${tasks.length}.`);
}

/** Those with the same reason together. */
function failures(failed: readonly OutboxTask[]): Piece[] {
  const byReason = Map.groupBy(failed, ({ problem }) => problem);
  return [...byReason].flatMap(([problem, tasks]) => {
    const { why, advice, because } = describeFailure(problem);
    const text = advice === null ? why : `${why} ${advice}`;
    const named = joinMarkup(because.map(placeName), ', ');
    const shown = because.length === 0 ? markup`${text}` : markup`${named} ${text}`;
    const spoken = because.length === 0 ? text : `Somebody there ${text}`;
    return [places('Not delivered', tasks), section(shown, spoken)];
  });
}

/** Has an announcement sent again where it did not arrive. */
export function retryButton(notice: Notice, title: string): object {
  return button({
    actionId: retryActionId,
    text: 'Try again',
    label: `Send the announcement again where it did not arrive: ${title}`,
    value: notice.id,
  });
}
