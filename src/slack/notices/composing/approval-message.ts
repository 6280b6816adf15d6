import type { MessageContent } from '../../../messaging/index.ts';
import { changesBetween, type Notice } from '../../../notices/index.ts';
import { button } from '../../blocks/button.ts';
import { composeMessages } from '../../blocks/compose-messages.ts';
import { display } from '../../blocks/describe-publication.ts';
import { joinMarkup, type Markup, markup } from '../../blocks/markup.ts';
import { context, type Piece, section } from '../../blocks/piece.ts';
import { noticeActions } from './form-ids.ts';
import { partWords } from './part-words.ts';
import { readerTime } from './reader-time.ts';
import { audienceText } from './sending-fields.ts';
import { seriesLines } from './series-lines.ts';

/** What became of a notice that somebody was to agree to. */
export type ApprovalOutcome =
  | { kind: 'waiting' }
  | { kind: 'approved'; by: string }
  | { kind: 'declined'; by: string }
  /** Its author has it back. */
  | { kind: 'taken-back' };

/** What a button of the message agrees to: a notice as it was when the message was drawn. */
export function approvalValue({ id, changedAt }: Notice): string {
  return `${id}:${changedAt}`;
}

export function readApprovalValue(value: string): { id: string; changedAt: number } {
  const [id = '', changedAt = ''] = value.split(':');
  return { id, changedAt: Number(changedAt) };
}

/** A mention of a person. */
const person = (id: string): Markup => ({ mrkdwn: `<@${id.replace(/[^A-Z0-9]/g, '')}>` });
const channel = (id: string): Markup => ({ mrkdwn: `<#${id.replace(/[^A-Z0-9]/g, '')}>` });
const mostNamed = 15;

/**
 * Asks a second person to agree to a notice, or says what became of it.
 *
 * @param zone IANA zone of times where the reader's own is not known.
 */
export function approvalMessage(
  notice: Notice,
  outcome: ApprovalOutcome,
  zone: string,
): MessageContent {
  const title = display(notice.details.title, 150);
  const askedBy = notice.approval?.askedBy ?? notice.author;
  const pieces: Piece[] = [
    section(
      markup`${person(askedBy)} asks somebody to agree to a notice: *${title}*`,
      `Somebody is asked to agree to a notice: ${title}.`,
    ),
    context(joinMarkup(facts(notice, zone), '\n'), ''),
    ...changes(notice),
    ...(outcome.kind === 'waiting' ? [buttons(notice, title)] : [ending(outcome)]),
  ];
  const [message] = composeMessages(pieces);
  if (message === undefined) throw new Error('an approval says something');
  return message;
}

function facts(notice: Notice, zone: string): Markup[] {
  const { announceAt, audience, channels, people } = notice;
  const places = [...channels.map(channel), ...people.map(person)];
  const more = places.length > mostNamed ? ` and ${places.length - mostNamed} more` : '';
  return [
    ...seriesLines(notice).map(([what, text]) => markup`${what}: ${text}`),
    markup`Announced: ${announceAt === null ? 'as soon as somebody agrees' : readerTime(announceAt, zone)}`,
    markup`Goes to: ${joinMarkup(places.slice(0, mostNamed), ', ')}${more}`,
    markup`May see it: ${audienceText(audience)}`,
  ];
}

/** What differs from what was asked about. */
function changes(notice: Notice): Piece[] {
  if (notice.approval === null) return [];
  const changed = changesBetween(notice.approval.content, notice);
  if (changed.length === 0) return [];
  const words = partWords(changed, notice.details.kind === 'session').join(', ');
  const text = `Changed since it was asked for: ${words}.`;
  return [section(markup`:pencil2: *${text}*`, text)];
}

function buttons(notice: Notice, title: string): Piece {
  const elements = [
    button({
      actionId: noticeActions.open,
      text: 'Look at it',
      label: `Look at the notice ${title}`,
      value: notice.id,
    }),
    button({
      actionId: noticeActions.approve,
      text: 'Approve',
      label: `Approve the notice ${title}`,
      style: 'primary',
      value: approvalValue(notice),
    }),
    button({
      actionId: noticeActions.decline,
      text: 'Decline',
      label: `Decline the notice ${title}`,
      value: approvalValue(notice),
    }),
  ];
  return { block: { type: 'actions', elements }, text: '' };
}

function ending(outcome: Exclude<ApprovalOutcome, { kind: 'waiting' }>): Piece {
  if (outcome.kind === 'taken-back') {
    const text = 'Its author has taken it back.';
    return section(markup`${text}`, text);
  }
  const word = outcome.kind === 'approved' ? 'Approved' : 'Declined';
  return section(markup`*${word}* by ${person(outcome.by)}`, `${word}.`);
}
