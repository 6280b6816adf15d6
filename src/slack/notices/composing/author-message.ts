import type { MessageContent } from '../../../messaging/index.ts';
import type { Notice } from '../../../notices/index.ts';
import { composeMessages } from '../../blocks/compose-messages.ts';
import { display } from '../../blocks/describe-publication.ts';
import { type Markup, markup } from '../../blocks/markup.ts';
import { section } from '../../blocks/piece.ts';
import { noticeButtons } from './notice-buttons.ts';
import { fullTime } from './planned-times.ts';
import { readerTime } from './reader-time.ts';

export interface AuthorMessageOptions {
  /** IANA zone of times where the reader's own is not known. */
  zone: string;
  /** UTC ms. */
  now: number;
  /** Why somebody declined, with who; null when nobody did. */
  declined: { by: string; reason: string } | null;
}

/** What is announced sooner than this is on its way. */
const soonMs = 60 * 60_000;

/** Tells its author how a notice stands, with what can be done about it. */
export function authorMessage(notice: Notice, options: AuthorMessageOptions): MessageContent {
  const title = display(notice.details.title, 150);
  const { shown, spoken } = standing(notice, options);
  const elements = noticeButtons(notice, options.now);
  const [message] = composeMessages([
    section(markup`*${title}*\n${shown}`, `${title}. ${spoken}`),
    ...(elements.length === 0 ? [] : [{ block: { type: 'actions', elements }, text: '' }]),
  ]);
  if (message === undefined) throw new Error('a notice stands somehow');
  return message;
}

const othersText = ' The later ones of its series are announced as long before they begin.';

function standing(
  notice: Notice,
  { zone, now, declined }: AuthorMessageOptions,
): { shown: Markup; spoken: string } {
  const { state, announceAt, approvedBy } = notice;
  const same = (text: string) => ({ shown: markup`${text}`, spoken: text });
  if (state === 'draft' && declined !== null) {
    const by = { mrkdwn: `<@${declined.by.replace(/[^A-Z0-9]/g, '')}>` };
    return {
      shown: markup`${by} declined it: _${display(declined.reason, 1_000)}_\nIt is a draft again.`,
      spoken: 'It was declined, and is a draft again.',
    };
  }
  if (state === 'draft') return same('It is a draft; nothing of it is sent.');
  if (state === 'awaiting-approval') return same('It waits for somebody else to agree.');
  if (state === 'cancelled') return same('It is called off.');
  const agreed =
    approvedBy === null ? markup`` : markup` Agreed by <@${approvedBy.replace(/[^A-Z0-9]/g, '')}>.`;
  const others = notice.seriesId === notice.id ? othersText : '';
  const begun = announceAt !== null && announceAt <= now;
  if (announceAt !== null && announceAt - now > soonMs) {
    return {
      shown: markup`It will be announced ${readerTime(announceAt, zone)}.${others}${agreed}`,
      spoken: `It will be announced ${fullTime(announceAt, zone)}.${others}`,
    };
  }
  const text =
    begun || announceAt === null
      ? 'It is being sent, or was.'
      : 'It is on its way. You can still take it back.';
  return { shown: markup`${text}${others}${agreed}`, spoken: `${text}${others}` };
}
