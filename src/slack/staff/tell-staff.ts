import { MessengerUnavailable } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import type { RaisedOperatorEvent } from '../../observability/operator-event.ts';
import { type SendToStaffParts, sendToStaff } from './send-to-staff.ts';
import { staffMessage } from './staff-message.ts';

/**
 * Tells staff of an operator event: in their channel or, without one that takes it, each of them in
 * their conversation with Concord. However often it is called for an event, each place gets one
 * message. That there is nobody to tell is logged.
 *
 * @throws {MessengerUnavailable | MessageRateLimited} call again later.
 */
export type TellStaff = (event: RaisedOperatorEvent, signal?: AbortSignal) => Promise<void>;

export interface TellStaffOptions extends SendToStaffParts {
  log: Log;
}

const settings = ['SLACK_STAFF_CHANNEL', 'SLACK_STAFF_USERS', 'SLACK_STAFF_GROUPS'];

export function createTellStaff({ log, ...parts }: TellStaffOptions): TellStaff {
  return async (raised, signal) => {
    const { id } = raised;
    const { told, isComplete } = await sendToStaff(parts, {
      subject: `staff:${id}`,
      occasion: 'told',
      content: staffMessage(raised),
      signal,
      onRefused: (place, reason) => {
        const set = 'channel' in place ? { set: 'SLACK_STAFF_CHANNEL' } : {};
        log.warn({ id, ...place, ...set, reason }, 'staff-place-refused');
      },
    });
    if (!isComplete) throw new MessengerUnavailable('some staff cannot be looked up');
    if (told === 0) log.warn({ id, set: settings }, 'staff-not-told');
  };
}
