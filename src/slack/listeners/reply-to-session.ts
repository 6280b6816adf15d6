import { NoticeError } from '../../notices/index.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import { findSession, whyClosed } from '../notices/open-session.ts';
import { ownReply } from '../notices/own-reply.ts';
import { replyOfAction } from '../notices/reply-buttons.ts';
import type { RegisterListener } from './listener.ts';

/** Keeps whether somebody comes to a session, and shows them, and them alone, what they said. */
export const listenToSessionReplies: RegisterListener = (context) => {
  const options = {
    actionId: /^(?:own-)?session-(?:going|maybe|cannot)$/,
    interaction: 'session-reply',
    failed: 'Your reply could not be saved.',
  };
  listenToAction(context, options, async ({ person, value, actionId }, answer) => {
    const { notices, clock, log } = context;
    const reply = replyOfAction(actionId);
    const found = await findSession(context, value, person);
    if (typeof found === 'string') return answer.tell(found);
    const closed = whyClosed(found, clock.now());
    if (closed !== null || reply === null) return answer.tell(closed ?? options.failed);
    try {
      const places = await notices.notices.reply(value, person, reply);
      log.info({ notice: value, reply }, 'session-replied');
      const { notice, details } = found;
      await answer.show(
        ownReply(notice, details, { person, reply, places }),
        actionId.startsWith('own-'),
      );
    } catch (error) {
      if (!(error instanceof NoticeError)) throw error;
      await answer.tell(error.forPeople);
    }
  });
};
