import type { MessageContent } from '../../messaging/index.ts';
import { shareActions } from '../incoming/share-request.ts';
import type { ChannelStanding } from '../people/channel-standing.ts';
import { button } from './button.ts';
import { markup } from './markup.ts';
import { context, type Piece, section } from './piece.ts';

const onlyYou = 'Only you can see this answer.';
const invite = `${onlyYou} To share it here, invite Concord to the channel with /invite @Concord and ask again.`;

/** What stands under an answer that only the asker sees. */
export function shareFooter(exchangeId: string, standing: ChannelStanding): Piece[] {
  if (standing === 'direct') return [context(markup`${onlyYou}`, onlyYou)];
  if (standing === 'not-member') return [context(markup`${invite}`, invite)];
  const share = button({
    actionId: shareActions.share,
    text: 'Share with the channel',
    label: 'Share this answer with everybody in the channel',
    value: exchangeId,
  });
  return [context(markup`${onlyYou}`, onlyYou), actions(share)];
}

/** What stands there when not everybody in the channel may read what the answer draws on. */
export function mayNotShareFooter(exchangeId: string, reason: string): Piece[] {
  const again = button({
    actionId: shareActions.askAgain,
    text: 'Ask again for the channel',
    label: 'Ask again with what everybody in the channel may read, and share that answer',
    value: exchangeId,
  });
  return [section(markup`${reason}`, reason), actions(again)];
}

/** What stands there in the end. */
export function plainFooter(text: string): Piece[] {
  return [context(markup`${text}`, text)];
}

/** Puts pieces under the last message; `composeMessages` leaves room for a few. */
export function withFooter(
  contents: readonly MessageContent[],
  footer: readonly Piece[],
): MessageContent[] {
  const last = contents.at(-1);
  if (last === undefined) return [];
  const text = [last.text, ...footer.map((piece) => piece.text)].filter((part) => part !== '');
  const blocks = [...last.blocks, ...footer.map((piece) => piece.block)];
  return [...contents.slice(0, -1), { text: text.join('\n'), blocks }];
}

function actions(element: object): Piece {
  return { block: { type: 'actions', elements: [element] }, text: '' };
}
