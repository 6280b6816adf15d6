import type { Clock } from '../../../clock.ts';
import {
  type Deliver,
  type DeliveryStore,
  describeError,
  type Messenger,
  type Pause,
} from '../../../messaging/index.ts';
import type { Notice, NoticeStore } from '../../../notices/index.ts';
import type { Log } from '../../../observability/log.ts';
import type { DirectConversations } from '../../direct-conversations.ts';
import { type AuthorMessageOptions, authorMessage } from './author-message.ts';

export interface TellAuthorParts {
  store: Pick<NoticeStore, 'find'>;
  deliver: Deliver;
  deliveries: Pick<DeliveryStore, 'sentAbout'>;
  messenger: Pick<Messenger, 'update'>;
  directConversations: DirectConversations;
  /** IANA zone in which times are said. */
  zone: string;
  pause: Pause;
  /** How soon it is noticed that a notice cannot be taken back any more, ms. */
  pollMs: number;
  clock: Clock;
  log: Log;
}

/** Keeps the authors of notices up to date. Both never throw: what they say can be seen elsewhere. */
export interface AuthorTeller {
  /** Says in a new message how a notice stands, once for each time that it comes to stand so. */
  tell(notice: Notice, declined?: AuthorMessageOptions['declined']): Promise<void>;
  /** Brings the last such message up to date, if there is one. */
  renew(notice: Notice): Promise<void>;
  stop(): void;
}

/** Longest time for which it is waited until a message can no longer be taken back. */
const mostWaitMs = 60 * 60_000;

export function createAuthorTeller(parts: TellAuthorParts): AuthorTeller {
  const { store, deliver, deliveries, messenger, directConversations, clock, log } = parts;
  const stopping = new AbortController();
  const subjectOf = ({ id }: Notice): string => `notice-author:${id}`;

  const quietly = async (work: () => Promise<void>): Promise<void> => {
    await work().catch((error: unknown) => {
      log.warn({ reason: describeError(error) }, 'notice-author-untold');
    });
  };

  async function update(notice: Notice): Promise<void> {
    const channel = await directConversations.open(notice.author);
    const last = (await deliveries.sentAbout(subjectOf(notice), channel)).at(-1);
    if (last === undefined) return;
    const content = drawn(notice, null);
    await messenger.update({ channel, messageId: last.messageId, content });
  }

  const drawn = (notice: Notice, declined: AuthorMessageOptions['declined']) =>
    authorMessage(notice, { zone: parts.zone, now: clock.now(), declined });

  /**
   * Takes the button away with which it could be taken back, when it cannot be any more.
   *
   * @param drawnAt - UTC ms: posting the message may have taken longer than that was possible.
   */
  async function renewWhenSent({ id, state, announceAt }: Notice, drawnAt: number): Promise<void> {
    if (state !== 'scheduled' || announceAt === null) return;
    if (announceAt <= drawnAt || announceAt > drawnAt + mostWaitMs) return;
    while (clock.now() < announceAt) {
      const rest = Math.min(announceAt - clock.now(), parts.pollMs);
      await parts.pause(rest, stopping.signal).catch(() => {});
      if (stopping.signal.aborted) return;
    }
    const now = await store.find(id);
    if (now?.state === 'scheduled') await update(now);
  }

  return {
    tell: (notice, declined = null) =>
      quietly(async () => {
        const drawnAt = clock.now();
        await deliver({
          subject: subjectOf(notice),
          occasion: `${notice.state}-${notice.changedAt}`,
          channel: await directConversations.open(notice.author),
          thread: null,
          answers: null,
          content: drawn(notice, declined),
        });
        void quietly(() => renewWhenSent(notice, drawnAt));
      }),
    renew: (notice) =>
      quietly(async () => {
        const drawnAt = clock.now();
        await update(notice);
        void quietly(() => renewWhenSent(notice, drawnAt));
      }),
    stop: () => stopping.abort(),
  };
}
