import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import {
  type Audience,
  type AudienceRank,
  audienceRanks,
  audiencesUpTo,
} from '../../people/index.ts';
import type { NoticeStore } from '../notice-store.ts';
import { givePlaces } from '../replies/reply-to-session.ts';
import { calendarDomain } from './calendar-domain.ts';
import type { CalendarFeed, CalendarFeedStore } from './calendar-feed.ts';
import { type CalendarSession, writeCalendar } from './write-calendar.ts';

export interface CalendarFeedsParts {
  feeds: CalendarFeedStore;
  notices: Pick<NoticeStore, 'sessionsFrom' | 'repliesOf' | 'replies'>;
  /**
   * What a person may know of now.
   *
   * @throws when that cannot be looked up: then their calendar cannot be read for now.
   */
  audiencesOf(person: string): Promise<readonly Audience[]>;
  clock: Clock;
}

/** Calendars that people subscribe to, each for an audience or for one person. */
export interface CalendarFeeds {
  /** Makes a feed; its token, 128 random bits in hexadecimal digits, is known only now. */
  create(audience: Audience): Promise<NewCalendarFeed>;
  /** Makes a person's own feed anew: earlier addresses of theirs lead nowhere from now on. */
  createFor(person: string): Promise<NewCalendarFeed>;
  /** A person's own that can be read; null when there is none. */
  of(person: string): Promise<CalendarFeed | null>;
  /** From now on no address of the person's own leads anywhere. */
  revokeOf(person: string): Promise<void>;
  /** Oldest first. */
  list(): Promise<CalendarFeed[]>;
  /** From now on its address leads nowhere. Returns false when it did so already. */
  revoke(id: string): Promise<boolean>;
  /**
   * The calendar (RFC 5545) at the address with a token; null when there is none.
   *
   * @throws what `audiencesOf` threw.
   */
  read(token: string): Promise<string | null>;
}

export interface NewCalendarFeed {
  feed: CalendarFeed;
  token: string;
}

const tokenBytes = 16;
const idBytes = 4;
const tokenForm = /^[0-9a-f]{32}$/;
/** Sessions that ended longer ago are left out. */
const keptMs = 90 * 24 * 60 * 60 * 1_000;

export function createCalendarFeeds(parts: CalendarFeedsParts): CalendarFeeds {
  const { feeds, notices, clock } = parts;

  async function add(of: Pick<CalendarFeed, 'audience' | 'person'>): Promise<NewCalendarFeed> {
    const token = randomBytes(tokenBytes).toString('hex');
    const id = randomBytes(idBytes).toString('hex');
    const feed: CalendarFeed = { ...of, id, createdAt: clock.now(), revokedAt: null };
    await feeds.add(feed, hashOf(token));
    return { feed, token };
  }

  async function revokeOf(person: string): Promise<void> {
    for (const { id } of await feeds.ofPerson(person)) await feeds.revoke(id, clock.now());
  }

  /** Sessions that are announced and that these audiences may know of. */
  async function announced(audiences: readonly Audience[]): Promise<CalendarSession[]> {
    const now = clock.now();
    return (await notices.sessionsFrom(now - keptMs)).flatMap((notice): CalendarSession[] => {
      const { details, announceAt, audience } = notice;
      const isAnnounced = announceAt !== null && announceAt <= now;
      return isAnnounced && details.kind === 'session' && audiences.includes(audience)
        ? [{ notice, details, papers: [], permalink: null }]
        : [];
    });
  }

  /** Those that a person is going or may come to; who waits for a place may come, too. */
  async function ownSessions(person: string): Promise<CalendarSession[]> {
    const audiences = await parts.audiencesOf(person);
    const replies = await notices.repliesOf(person);
    const theirs = (await announced(audiences)).filter(({ notice }) =>
      ['going', 'maybe'].includes(replies.get(notice.id) ?? ''),
    );
    return Promise.all(
      theirs.map(async (session) => {
        const { notice, details } = session;
        const { going } = givePlaces(await notices.replies(notice.id), details.capacity);
        return { ...session, isTentative: !going.includes(person) };
      }),
    );
  }

  return {
    create: (audience) => add({ audience, person: null }),

    async createFor(person) {
      await revokeOf(person);
      return add({ audience: null, person });
    },

    of: async (person) => (await feeds.ofPerson(person))[0] ?? null,
    revokeOf,
    list: () => feeds.list(),
    revoke: (id) => feeds.revoke(id, clock.now()),

    async read(token) {
      if (!tokenForm.test(token)) return null;
      const feed = await feeds.findByHash(hashOf(token));
      if (feed === null || feed.revokedAt !== null) return null;
      const { audience, person } = feed;
      const sessions =
        person === null
          ? await announced(audience === null ? [] : audiencesIn(audience))
          : await ownSessions(person);
      const name = person === null ? 'Sessions' : 'My sessions';
      return writeCalendar(sessions, { purpose: 'feed', name, domain: calendarDomain });
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
