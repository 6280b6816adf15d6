import { givePlaces, type Notice, type Places, writeAttendees } from '../../notices/index.ts';
import { messageView } from '../blocks/message-view.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import {
  attendeesActionId,
  attendeesFileActionId,
  attendeesView,
} from '../notices/attendees-view.ts';
import { mayManage } from '../notices/may-manage.ts';
import { sendFile } from '../notices/send-file.ts';
import { findNames } from '../people/names.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const texts = {
  gone: 'This session is not in Concord any more.',
  refused: 'Who replied is shown to the author of the session and to staff.',
  sent: 'The list is in your conversation with Concord.',
  comment: 'Who replied so far. Please treat this list as personal data.',
};

/** Shows the author and staff who replied to a session, and sends it to them as a table. */
export const listenToAttendees: RegisterListener = (context) => {
  const shown = {
    actionId: attendeesActionId,
    interaction: 'attendees-show',
    failed: 'The replies could not be shown.',
  };
  listenToAction(context, shown, async ({ person, value }, answer) => {
    const found = await readReplies(context, value, person);
    if (typeof found === 'string') return answer.tell(found);
    await answer.open(attendeesView(found.notice, found.places));
  });
  const sent = {
    actionId: attendeesFileActionId,
    interaction: 'attendees-send',
    failed: 'The list could not be sent.',
  };
  listenToAction(context, sent, async ({ person, value }, answer) => {
    const found = await readReplies(context, value, person);
    if (typeof found === 'string') return answer.tell(found);
    const { clients, asking } = context;
    // Slack shows a modal only within three seconds, and the names may take longer.
    await answer.open(messageView('Attendees', texts.sent));
    const { going, waiting, maybe, cannot } = found.places;
    const names = await findNames(clients, [...going, ...waiting, ...maybe, ...cannot]);
    await sendFile(
      { clients, directConversations: asking.directConversations },
      {
        person,
        filename: 'attendees.csv',
        content: writeAttendees(found.places, (id) => names.get(id) ?? id),
        comment: texts.comment,
      },
    );
  });
};

/** Who replied, for somebody who may know it; else why not. */
async function readReplies(
  { notices, directory }: ListenerContext,
  noticeId: string,
  person: string,
): Promise<{ notice: Notice; places: Places } | string> {
  const notice = await notices.store.find(noticeId);
  if (notice === null || notice.details.kind !== 'session') return texts.gone;
  if (!(await mayManage(directory, person, notice))) return texts.refused;
  const replies = await notices.store.replies(noticeId);
  return { notice, places: givePlaces(replies, notice.details.capacity) };
}
