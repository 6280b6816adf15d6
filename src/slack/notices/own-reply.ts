import type { MessageContent } from '../../messaging/index.ts';
import type { Notice, Places, SessionDetails, SessionReply } from '../../notices/index.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { display } from '../blocks/describe-publication.ts';
import { markup } from '../blocks/markup.ts';
import { section } from '../blocks/piece.ts';
import { changeReplyButtons } from './reply-buttons.ts';
import { sessionTimes, spokenTimes } from './session-times.ts';

/** What somebody replied, as they alone see it, with what they need to change it. */
export function ownReply(
  notice: Notice,
  details: SessionDetails,
  { person, reply, places }: { person: string; reply: SessionReply; places: Places },
): MessageContent {
  const title = display(details.title, 150);
  const said = sayReply(person, reply, places);
  const [message] = composeMessages([
    section(
      markup`*${said}* ${title}\n${sessionTimes(details)}`,
      `${said} ${title}. ${spokenTimes(details)}.`,
    ),
    changeReplyButtons(notice.id, title, { now: reply, isFull: places.left === 0 }),
  ]);
  if (message === undefined) throw new Error('two pieces make a message');
  return message;
}

function sayReply(person: string, reply: SessionReply, { waiting }: Places): string {
  const before = waiting.indexOf(person);
  if (reply === 'going' && before === 0) return 'You are first on the waiting list for';
  if (reply === 'going' && before > 0) {
    return `You are on the waiting list, with ${before} before you, for`;
  }
  if (reply === 'going') return 'You are going to';
  return reply === 'maybe' ? 'You may come to' : 'You cannot come to';
}
