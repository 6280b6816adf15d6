import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import {
  type Audience,
  type AudienceRank,
  audienceRanks,
  audiencesUpTo,
} from '../../people/index.ts';
import type { NoticeStore } from '../notice-store.ts';
import { calendarDomain } from './calendar-domain.ts';
import type { CalendarFeed, CalendarFeedStore } from './calendar-feed.ts';
import { type CalendarSession, writeCalendar } from './write-calendar.ts';

export interface CalendarFeedsParts {
  feeds: CalendarFeedStore;
  notices: Pick<NoticeStore, 'sessionsFrom'>;
  clock: Clock;
}

/** Calendars that people subscribe to, each for an audience. */
export interface CalendarFeeds {
  /** Makes a feed; its token, 128 random bits in hexadecimal digits, is known only now. */
  create(audience: Audience): Promise<{ feed: CalendarFeed; token: string }>;
  /** Oldest first. */
  list(): Promise<CalendarFeed[]>;
  /** From now on its address leads nowhere. Returns false when it did so already. */
  revoke(id: string): Promise<boolean>;
  /** The calendar (RFC 5545) at the address with a token; null when there is none. */
  read(token: string): Promise<string | null>;
}

const tokenBytes = 16;
const idBytes = 4;
const tokenForm = /^[0-9a-f]{32}$/;
/** Sessions that ended longer ago are left out. */
const keptMs = 90 * 24 * 60 * 60 * 1_000;

export function createCalendarFeeds({ feeds, notices, clock }: CalendarFeedsParts): CalendarFeeds {
  return {
    async create(audience) {
      const token = randomBytes(tokenBytes).toString('hex');
      const id = randomBytes(idBytes).toString('hex');
      const feed: CalendarFeed = { id, audience, createdAt: clock.now(), revokedAt: null };
      await feeds.add(feed, hashOf(token));
      return { feed, token };
    },

    list: () => feeds.list(),
    revoke: (id) => feeds.revoke(id, clock.now()),

    async read(token) {
      if (!tokenForm.test(token)) return null;
      const feed = await feeds.findByHash(hashOf(token));
      if (feed === null || feed.revokedAt !== null) return null;
      const now = clock.now();
      const audiences = audiencesIn(feed.audience);
      const sessions = (await notices.sessionsFrom(now - keptMs)).flatMap(
        (notice): CalendarSession[] => {
          const { details, announceAt, audience } = notice;
          const isAnnounced = announceAt !== null && announceAt <= now;
          return isAnnounced && details.kind === 'session' && audiences.includes(audience)
            ? [{ notice, details, papers: [], permalink: null }]
            : [];
        },
      );
      const options = { purpose: 'feed', name: 'Sessions', domain: calendarDomain } as const;
      return writeCalendar(sessions, options);
    },
  };
}

/** A random token needs no salt, and no slow hash. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function audiencesIn(audience: Audience): Audience[] {
  const rank = audienceRanks.find((one): one is AudienceRank => one === audience);
  // People in a group need not be members.
  return rank === undefined ? ['public', audience] : audiencesUpTo(rank);
}
