import type { MessageContent } from '../../../messaging/index.ts';
import type { Notice } from '../../../notices/index.ts';
import { markup } from '../../blocks/markup.ts';
import { mostTitleCharacters } from '../../blocks/message-view.ts';
import { context } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';
import { spokenTimes } from '../session-times.ts';
import { inertBlocks } from './inert-blocks.ts';
import { fullTime } from './planned-times.ts';
import { audienceText } from './sending-fields.ts';
import { seriesLines } from './series-lines.ts';

/** A notice to look at. @param card as it looks. @param zone IANA zone in which times are said. */
export function noticeView(notice: Notice, card: MessageContent, zone: string): object {
  const { details, announceAt, audience } = notice;
  const facts = [
    ...(details.kind === 'session' ? [`When: ${spokenTimes(details)}.`] : []),
    ...seriesLines(notice).map(([what, text]) => `${what}: ${text}.`),
    `Announced: ${announceAt === null ? 'at once' : fullTime(announceAt, zone)}.`,
    `May see it: ${audienceText(audience)}.`,
  ].join(' ');
  return {
    type: 'modal',
    title: plainTextObject('Notice', mostTitleCharacters),
    close: plainTextObject('Close', mostTitleCharacters),
    blocks: [...inertBlocks(card.blocks), { type: 'divider' }, context(markup`${facts}`, '').block],
  };
}
