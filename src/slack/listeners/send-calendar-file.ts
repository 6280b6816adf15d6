import { listenToAction } from '../interactions/listen-to-action.ts';
import { findSession, type OpenSession } from '../notices/open-session.ts';
import { createFindPermalink } from '../notices/permalinks.ts';
import { readableBy } from '../notices/readable-by.ts';
import { calendarActionId } from '../notices/reply-buttons.ts';
import { sendFile } from '../notices/send-file.ts';
import { sessionCalendar } from '../notices/session-calendar.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const texts = {
  add: 'Open this file to put the session into your calendar. If it is there already, it is brought up to date.',
  remove: 'Open this file to take the session out of your calendar.',
  sent: 'The calendar file is in your conversation with Concord.',
};

/** Sends somebody the session as a file for their calendar, as it is now. */
export const listenToCalendarButtons: RegisterListener = (context) => {
  const options = {
    actionId: calendarActionId,
    interaction: 'session-calendar',
    failed: 'The calendar file could not be sent.',
  };
  listenToAction(context, options, async ({ person, value, place }, answer) => {
    const found = await findSession(context, value, person);
    if (typeof found === 'string') return answer.tell(found);
    const { clients, asking } = context;
    const { directConversations } = asking;
    await sendFile(
      { clients, directConversations },
      {
        person,
        filename: 'session.ics',
        content: await calendarOf(context, found, person),
        comment: found.notice.state === 'cancelled' ? texts.remove : texts.add,
      },
    );
    // Whoever pressed it in that conversation sees the file.
    if (place?.channel !== (await directConversations.open(person))) await answer.tell(texts.sent);
  });
};

async function calendarOf(
  context: ListenerContext,
  { notice, details }: OpenSession,
  person: string,
): Promise<string> {
  const { clients, notices } = context;
  const papers = await readableBy(context, details.papers, person);
  const card = (await notices.outbox.of(notice.id)).find(
    ({ occasion, message }) => occasion === 'announcement' && message !== null,
  );
  const permalink = card?.message ? await createFindPermalink(clients)(card.message) : null;
  return sessionCalendar({ notice, details, papers, permalink });
}
