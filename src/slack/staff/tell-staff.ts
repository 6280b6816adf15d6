import { type Deliver, MessageRejected, MessengerUnavailable } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import type { RaisedOperatorEvent } from '../../observability/operator-event.ts';
import type { DirectConversations } from '../direct-conversations.ts';
import type { StaffNow } from '../people/directory.ts';
import { staffMessage } from './staff-message.ts';

/**
 * Tells staff of an operator event: in their channel or, without one that takes it, each of them in
 * their conversation with Concord. However often it is called for an event, each place gets one
 * message. That there is nobody to tell is logged.
 *
 * @throws {MessengerUnavailable | MessageRateLimited} call again later.
 */
export type TellStaff = (event: RaisedOperatorEvent, signal?: AbortSignal) => Promise<void>;

export interface TellStaffOptions {
  deliver: Deliver;
  directConversations: DirectConversations;
  /** Id of the channel of staff; null when there is none. */
  staffChannel: string | null;
  /** All who are staff now. */
  findStaff(): Promise<StaffNow>;
  log: Log;
}

const settings = ['SLACK_STAFF_CHANNEL', 'SLACK_STAFF_USERS', 'SLACK_STAFF_GROUPS'];

export function createTellStaff(options: TellStaffOptions): TellStaff {
  const { deliver, directConversations, staffChannel, findStaff, log } = options;
  return async (raised, signal) => {
    const { id } = raised;
    const message = { subject: `staff:${id}`, occasion: 'told', content: staffMessage(raised) };
    const send = async (channel: string): Promise<void> => {
      await deliver({ ...message, channel, thread: null, answers: null }, signal);
    };

    /** False when the place takes no message at all, which waiting does not change. */
    async function isTaken(place: object, sending: Promise<void>): Promise<boolean> {
      try {
        await sending;
        return true;
      } catch (error) {
        if (!(error instanceof MessageRejected)) throw error;
        log.warn({ id, ...place, reason: error.reason }, 'staff-place-refused');
        return false;
      }
    }

    if (staffChannel !== null) {
      const place = { channel: staffChannel, set: 'SLACK_STAFF_CHANNEL' };
      if (await isTaken(place, send(staffChannel))) return;
    }
    const { people, isComplete } = await findStaff();
    let told = 0;
    for (const person of people) {
      const sending = directConversations.open(person).then(send);
      if (await isTaken({ person }, sending)) told += 1;
    }
    if (!isComplete) throw new MessengerUnavailable('some staff cannot be looked up');
    if (told === 0) log.warn({ id, set: settings }, 'staff-not-told');
  };
}
