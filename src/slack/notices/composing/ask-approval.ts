import {
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

const mostPauseMs = 5 * 60_000;

/**
 * What is to be asked is read off the notices that wait, so that a crash between asking and being
 * asked loses nothing; each place's delivery sees to it that it is asked once.
 */
export function createApprovalAsker(parts: AskApprovalParts): ApprovalAsker {
  const { store, deliver, deliveries, messenger, log } = parts;
  const stopping = new AbortController();
  let waking = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const asked = new Set<string>();

  const subjectOf = ({ id, approval }: Notice): string =>
    `notice-approval:${id}:${approval?.askedAt ?? 0}`;

  /** Each staff member's conversation with Concord, without whoever asks. */
  async function conversations(notice: Notice) {
    const { people, isComplete } = await parts.directory.findStaff();
    const asking = [notice.author, notice.approval?.askedBy];
    const others = people.filter((person) => !asking.includes(person));
    const channels = await Promise.all(
      others.map((person) => parts.directConversations.open(person)),
    );
    return { channels, isComplete };
  }

  /** False when the place takes no message at all, which waiting does not change. */
  async function isAskedIn(channel: string, notice: Notice): Promise<boolean> {
    const content = approvalMessage(notice, { kind: 'waiting' }, parts.zone);
    const message = { subject: subjectOf(notice), occasion: 'asked', channel, content };
    try {
      await deliver({ ...message, thread: null, answers: null }, stopping.signal);
      return true;
    } catch (error) {
      if (!(error instanceof MessageRejected)) throw error;
      log.warn({ notice: notice.id, channel, reason: error.reason }, 'approval-place-refused');
      return false;
    }
  }

  /** In the channel of staff or, without one that takes it, each of them alone. */
  async function ask(notice: Notice): Promise<void> {
    const { staffChannel } = parts;
    if (staffChannel !== null && (await isAskedIn(staffChannel, notice))) {
      asked.add(subjectOf(notice));
      return;
    }
    const { channels, isComplete } = await conversations(notice);
    let told = 0;
    for (const channel of channels) if (await isAskedIn(channel, notice)) told += 1;
    if (told === 0) log.warn({ notice: notice.id }, 'approval-nobody-asked');
    if (isComplete) asked.add(subjectOf(notice));
  }

  /** Whether all that were to be asked were asked. */
  async function askAll(): Promise<boolean> {
    let isDone = true;
    for (const notice of await store.awaitingApproval()) {
      if (asked.has(subjectOf(notice))) continue;
      await ask(notice).catch((error: unknown) => {
        isDone = false;
        log.warn({ notice: notice.id, reason: describeError(error) }, 'approval-delayed');
      });
      isDone &&= asked.has(subjectOf(notice));
    }
    return isDone;
  }

  async function run(): Promise<void> {
    let pauseMs = parts.pollMs;
    while (!stopping.signal.aborted) {
      waking = new AbortController();
      const isDone = await askAll().catch((error: unknown) => {
        log.error({ reason: describeError(error) }, 'approval-asking-failed');
        return false;
      });
      pauseMs = isDone ? parts.pollMs : Math.min(2 * pauseMs, Math.max(mostPauseMs, parts.pollMs));
      await parts.pause(pauseMs, AbortSignal.any([stopping.signal, waking.signal])).catch(() => {});
    }
  }

  return {
    start() {
      running = run();
    },
    wake: () => waking.abort(),
    async renew(notice, outcome) {
      try {
        const { channels } = await conversations(notice);
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
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
