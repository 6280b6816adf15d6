import { type Deliver, type Inbox, MessageRejected } from '../../messaging/index.ts';
import type { Directory } from '../../people/index.ts';
import type { TellPrivately } from '../asking/tell-privately.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { plainMessage } from '../blocks/plain-message.ts';
import type { DirectConversations } from '../direct-conversations.ts';
import type { AskedReport } from '../incoming/asked-report.ts';
import { bodyOfBegunReport } from '../incoming/begun-report.ts';
import { placeInInbox, readOwedEvent } from '../incoming/owed-event.ts';
import { requestInWords, requestLine } from './describe-request.ts';
import type { FindObstacle } from './find-obstacle.ts';

/**
 * Names what somebody asked for in a message of its own, in their conversation with Concord or in
 * the channel they chose, and owes the report in its thread; says why not where it cannot be.
 */
export type BeginReport = (asked: AskedReport, signal: AbortSignal) => Promise<void>;

export interface BeginReportOptions {
  directory: Directory;
  findObstacle: FindObstacle;
  deliver: Deliver;
  directConversations: DirectConversations;
  tell: TellPrivately;
  inbox: Inbox;
  /** Something was stored in the inbox. */
  onStored(): void;
  ownUser: string;
}

const onItsWay = 'It comes in your conversation with Concord.';
const notPosted =
  'Concord could not write in the channel you chose. Ask again and choose “Only me”.';

export function createBeginReport(options: BeginReportOptions): BeginReport {
  const { directory, findObstacle, deliver, directConversations, tell, inbox } = options;

  /** Says something to the person, where they asked if nobody else sees that. */
  async function say({ eventId, user, askedIn }: AskedReport, text: string, signal: AbortSignal) {
    const content = plainMessage(text);
    if (askedIn !== null) {
      return tell({ subject: eventId, user, ...askedIn }, [content], signal);
    }
    const channel = await directConversations.open(user);
    const place = { channel, thread: null, answers: null };
    await deliver({ subject: eventId, occasion: 'report-refused', content, ...place }, signal);
  }

  return async (asked, signal) => {
    const { eventId, user, requested, askedIn } = asked;
    if (await directory.hasLeft(user)) return;
    const found = await findObstacle(asked);
    if ('obstacle' in found) return say(asked, found.obstacle.text, signal);
    const direct = await directConversations.open(user);
    const channel = asked.channel ?? direct;
    const isDirect = channel === direct;
    const line = requestLine(requested, found.publications, isDirect ? null : user);
    const [content] = composeMessages([line]);
    if (content === undefined) return;
    const place = { channel, thread: null, answers: null };
    let thread: string;
    try {
      thread = await deliver({ subject: eventId, occasion: 'report', content, ...place }, signal);
    } catch (error) {
      if (isDirect || !(error instanceof MessageRejected) || error.contentAtFault) throw error;
      return say(asked, notPosted, signal);
    }
    const body = bodyOfBegunReport(eventId, { user, requested, channel, thread, isDirect });
    const owed = readOwedEvent(body, options.ownUser);
    if (owed === null) throw new Error('a report that was begun is not read as one');
    await inbox.add({ ...placeInInbox(owed), body });
    options.onStored();
    if (askedIn === null || askedIn.channel === direct) return;
    await say(asked, `${requestInWords(requested, found.publications)} ${onItsWay}`, signal);
  };
}
