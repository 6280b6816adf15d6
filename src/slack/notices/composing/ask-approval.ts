import {
  createRepeatedLook,
  type Deliver,
  type DeliveryStore,
  describeError,
  MessageRejected,
  type Messenger,
  type Pause,
} from '../../../messaging/index.ts';
import type { Notice, NoticeStore } from '../../../notices/index.ts';
import type { Log } from '../../../observability/log.ts';
import type { DirectConversations } from '../../direct-conversations.ts';
import type { SlackDirectory } from '../../people/directory.ts';
import { sendToStaff } from '../../staff/send-to-staff.ts';
import { type ApprovalOutcome, approvalMessage } from './approval-message.ts';

export interface AskApprovalParts {
  store: Pick<NoticeStore, 'awaitingApproval'>;
  deliver: Deliver;
  deliveries: Pick<DeliveryStore, 'sentAbout'>;
  messenger: Pick<Messenger, 'update'>;
  directConversations: DirectConversations;
  directory: Pick<SlackDirectory, 'findStaff'>;
  /** Id of the channel of staff; null to ask each of them alone. */
  staffChannel: string | null;
  /** IANA zone in which times are said. */
  zone: string;
  pause: Pause;
  /** How soon it is noticed that somebody is to be asked. */
  pollMs: number;
  log: Log;
}

/** Asks a second person to agree to notices, in one message for each place and request. */
export interface ApprovalAsker {
  start(): void;
  /** Somebody is to be asked: look now. */
  wake(): void;
  /** Brings the messages of a request up to date. Never throws. */
  renew(notice: Notice, outcome: ApprovalOutcome): Promise<void>;
  stop(): Promise<void>;
}

/**
 * What is to be asked is read off the notices that wait, so that a crash between asking and being
 * asked loses nothing; each place's delivery sees to it that it is asked once.
 */
export function createApprovalAsker(parts: AskApprovalParts): ApprovalAsker {
  const { store, deliveries, messenger, log } = parts;
  const asked = new Set<string>();

  const subjectOf = ({ id, approval }: Notice): string =>
    `notice-approval:${id}:${approval?.askedAt ?? 0}`;

  const askingOf = ({ author, approval }: Notice) => [author, approval?.askedBy];

  /** Each staff member's conversation with Concord, without whoever asks. */
  async function conversations(notice: Notice): Promise<string[]> {
    const { people } = await parts.directory.findStaff();
    const others = people.filter((person) => !askingOf(notice).includes(person));
    const channels = await Promise.all(
      others.map((person) =>
        parts.directConversations.open(person).catch((error: unknown) => {
          // Nobody was asked where nothing can be said.
          if (error instanceof MessageRejected) return null;
          throw error;
        }),
      ),
    );
    return channels.filter((channel) => channel !== null);
  }

  /** In the channel of staff or, without one that takes it, each of them alone. */
  async function ask(notice: Notice, signal: AbortSignal): Promise<void> {
    const { told, isComplete } = await sendToStaff(
      { ...parts, findStaff: () => parts.directory.findStaff() },
      {
        subject: subjectOf(notice),
        occasion: 'asked',
        content: approvalMessage(notice, { kind: 'waiting' }, parts.zone),
        without: askingOf(notice),
        signal,
        onRefused: (place, reason) =>
          log.warn({ notice: notice.id, ...place, reason }, 'approval-place-refused'),
      },
    );
    if (told === 0) log.warn({ notice: notice.id }, 'approval-nobody-asked');
    if (isComplete) asked.add(subjectOf(notice));
  }

  /** Whether all that were to be asked were asked. */
  async function askAll(signal: AbortSignal): Promise<boolean> {
    let isDone = true;
    for (const notice of await store.awaitingApproval()) {
      if (asked.has(subjectOf(notice))) continue;
      await ask(notice, signal).catch((error: unknown) => {
        isDone = false;
        log.warn({ notice: notice.id, reason: describeError(error) }, 'approval-delayed');
      });
      isDone &&= asked.has(subjectOf(notice));
    }
    return isDone;
  }

  const failure = 'approval-asking-failed';
  const { start, wake, stop } = createRepeatedLook({ ...parts, look: askAll, failure });
  return {
    start,
    wake,
    stop,
    async renew(notice, outcome) {
      try {
        const channels = await conversations(notice);
        const { staffChannel } = parts;
        const content = approvalMessage(notice, outcome, parts.zone);
        for (const channel of [...(staffChannel === null ? [] : [staffChannel]), ...channels]) {
          for (const { messageId } of await deliveries.sentAbout(subjectOf(notice), channel)) {
            await messenger.update({ channel, messageId, content });
          }
        }
      } catch (error) {
        log.warn({ notice: notice.id, reason: describeError(error) }, 'approval-not-renewed');
      }
    },
  };
}
