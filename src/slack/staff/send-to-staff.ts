import { type Deliver, type MessageContent, MessageRejected } from '../../messaging/index.ts';
import type { DirectConversations } from '../direct-conversations.ts';
import type { StaffNow } from '../people/directory.ts';

export interface SendToStaffParts {
  deliver: Deliver;
  directConversations: DirectConversations;
  /** Id of the channel of staff; null when there is none. */
  staffChannel: string | null;
  /** All who are staff now. */
  findStaff(): Promise<StaffNow>;
}

/** What staff get, once in each place. */
export interface StaffMessage {
  subject: string;
  occasion: string;
  content: MessageContent;
  /** Ids of people who get no message of their own. */
  without?: readonly (string | undefined)[];
  signal?: AbortSignal | undefined;
  /** Told of a place that takes no message at all, which waiting does not change. */
  onRefused(place: { channel: string } | { person: string }, reason: string): void;
}

/** To how many places it went, and whether all who are staff could be looked up. */
export interface SentToStaff {
  told: number;
  isComplete: boolean;
}

/**
 * Sends to staff: in their channel or, without one that takes it, to each of them in their
 * conversation with Concord.
 *
 * @throws {MessengerUnavailable | MessageRateLimited} call again later.
 */
export async function sendToStaff(
  { deliver, directConversations, staffChannel, findStaff }: SendToStaffParts,
  { without = [], signal, onRefused, ...message }: StaffMessage,
): Promise<SentToStaff> {
  const send = async (channel: string): Promise<void> => {
    await deliver({ ...message, channel, thread: null, answers: null }, signal);
  };

  async function isTaken(
    place: { channel: string } | { person: string },
    sending: Promise<void>,
  ): Promise<boolean> {
    try {
      await sending;
      return true;
    } catch (error) {
      if (!(error instanceof MessageRejected)) throw error;
      onRefused(place, error.reason);
      return false;
    }
  }

  if (staffChannel !== null && (await isTaken({ channel: staffChannel }, send(staffChannel)))) {
    return { told: 1, isComplete: true };
  }
  const { people, isComplete } = await findStaff();
  let told = 0;
  for (const person of people) {
    if (without.includes(person)) continue;
    const sending = directConversations.open(person).then(send);
    if (await isTaken({ person }, sending)) told += 1;
  }
  return { told, isComplete };
}
