import type { Clock } from '../../clock.ts';
import type { LibraryStore, Publication } from '../../library/index.ts';
import type { MessageReference } from '../../messaging/index.ts';
import type { Notice, SessionDetails } from '../notice.ts';
import type { NoticeStore } from '../notice-store.ts';
import type { Outbox } from '../outbox/outbox.ts';
import {
  type AnnouncedSession,
  hashOf,
  sessionPublication,
  sourceOf,
} from './session-publication.ts';

export interface NoticeLibraryParts {
  store: Pick<NoticeStore, 'sessionsFrom'>;
  outbox: Pick<Outbox, 'of'>;
  library: Pick<LibraryStore, 'list' | 'save' | 'retire'>;
  /** Address of a message; null when it cannot be found out. */
  findPermalink(message: MessageReference): Promise<string | null>;
  clock: Clock;
}

/** Keeps the sessions to come that were announced in channels in the library. */
export interface NoticeLibrary {
  /**
   * Brings the library in line with the notices: what was announced is added, what changed is
   * written anew, what was called off or is over is retired. Of a session that takes place several
   * times the next is kept, which names the others, so that there is one answer to when it is next.
   * Repeating it changes nothing; several processes may do it.
   */
  sync(): Promise<void>;
}

export function createNoticeLibrary(parts: NoticeLibraryParts): NoticeLibrary {
  const { store, outbox, library, clock } = parts;
  /** Announcements do not become unannounced. */
  const announcements = new Map<string, MessageReference>();

  /** Where a notice was announced to a channel; null when it was not, or not yet. */
  async function announcementOf({ id, announceAt }: Notice): Promise<MessageReference | null> {
    const known = announcements.get(id);
    if (known !== undefined) return known;
    if (announceAt === null || announceAt > clock.now()) return null;
    const sent = (await outbox.of(id)).find(
      // A direct message is in a conversation that has another id than the person.
      ({ occasion, place, message }) => occasion === 'announcement' && place === message?.channel,
    );
    if (!sent?.message) return null;
    announcements.set(id, sent.message);
    return sent.message;
  }

  async function announced(
    now: number,
  ): Promise<Map<string, [AnnouncedSession, MessageReference]>> {
    const groups = new Map<
      string,
      { notice: Notice; details: SessionDetails; message: MessageReference }[]
    >();
    for (const notice of await store.sessionsFrom(now)) {
      const { details, audience } = notice;
      const message = await announcementOf(notice);
      if (details.kind !== 'session' || message === null) continue;
      const key = JSON.stringify([audience, details.title.trim().toLowerCase()]);
      groups.set(key, [...(groups.get(key) ?? []), { notice, details, message }]);
    }
    const next = new Map<string, [AnnouncedSession, MessageReference]>();
    for (const [first, ...later] of groups.values()) {
      if (first === undefined) continue;
      const { notice, details, message } = first;
      const again = later.map((one) => one.details);
      next.set(sourceOf(notice.id), [{ notice, details, again, permalink: null }, message]);
    }
    return next;
  }

  return {
    async sync() {
      const now = clock.now();
      const wanted = await announced(now);
      const stored = await library.list({ kinds: ['notice'], retired: 'any' });
      const bySource = new Map(stored.map((publication) => [publication.source, publication]));
      for (const [source, [session, message]] of wanted) {
        const known = bySource.get(source) ?? null;
        if (known !== null && isAsStored(known, session)) continue;
        const permalink = known?.link ?? (await parts.findPermalink(message));
        await library.save([sessionPublication({ ...session, permalink }, known, now)]);
      }
      const gone = stored.filter(
        ({ source, retiredAt }) => retiredAt === null && !wanted.has(source),
      );
      if (gone.length > 0)
        await library.retire(
          gone.map(({ id }) => id),
          'ingest',
          now,
        );
    },
  };
}

function isAsStored({ retiredAt, contentHash }: Publication, session: AnnouncedSession): boolean {
  return retiredAt === null && contentHash === hashOf(session);
}
