import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { composeNotices } from './compose-notices.ts';
import type { Config } from './config.ts';
import { ConcordError } from './errors.ts';
import type { Publication } from './library/index.ts';
import type { MessageContent } from './messaging/index.ts';
import {
  type CalendarFeeds,
  createCalendarFeeds,
  type Notice,
  type NoticeSeries,
  type NoticeStore,
  type Notices,
  type Outbox,
} from './notices/index.ts';
import type { Log } from './observability/log.ts';
import { audienceRanks } from './people/index.ts';
import { createNoticeMessages, type FindChannel, openFindChannel } from './slack/index.ts';
import { createCalendarFeedStore } from './storage/calendar-feed-store.ts';
import { openDatabase } from './storage/database.ts';
import { createLibraryStore } from './storage/library-store.ts';

/** Notices outside Slack: what is planned here is sent by an assistant that runs on the database. */
export interface NoticeDesk {
  notices: Notices;
  series: NoticeSeries;
  store: NoticeStore;
  outbox: Pick<Outbox, 'of'>;
  feeds: CalendarFeeds;
  newId(): string;
  /** In use, by id or source; null when there is none. */
  publication(named: string): Promise<Publication | null>;
  findChannel: FindChannel;
  /** The announcement as those of its audience see it. */
  drawCard(notice: Notice): Promise<MessageContent>;
  close(): Promise<void>;
}

/**
 * Opens the database for notices alone.
 *
 * @throws {ConcordError} of `openDatabase`.
 */
export async function openNoticeDesk(
  config: Config,
  { clock, log }: { clock: Clock; log: Log },
): Promise<NoticeDesk> {
  const database = await openDatabase(config.databaseLocation);
  const { notices, series, store, outbox } = composeNotices(config.notices, { database, clock });
  const library = createLibraryStore(database.db);
  return {
    notices,
    series,
    store,
    outbox,
    feeds: createCalendarFeeds({
      feeds: createCalendarFeedStore(database.db),
      notices: store,
      // Calendars are made and taken back here; an assistant that runs serves them.
      audiencesOf: async () => [],
      clock,
    }),
    newId: randomUUID,
    publication: async (named) => {
      const found = (await library.get(named)) ?? (await library.findBySource(named));
      // What was announced is no document to tell of, or to read.
      return found?.retiredAt === null && found.kind !== 'notice' ? found : null;
    },
    findChannel: config.slack === null ? refuseNames : openFindChannel(config.slack, log),
    drawCard: (notice) => drawCard(notice, library.get, clock),
    close: () => database.close(),
  };
}

async function refuseNames(name: string): Promise<never> {
  throw new ConcordError('slack-not-connected', 'channels cannot be looked up', {
    forPeople: `names of channels are looked up in Slack, and no SLACK_BOT_TOKEN is set: write the id of ${name}`,
  });
}

/** Nobody is looked up: those of the audience are taken to read what it may read. */
function drawCard(
  notice: Notice,
  publication: (id: string) => Promise<Publication | null>,
  clock: Clock,
): Promise<MessageContent> {
  const { audience } = notice;
  const isForAll = audience === 'public';
  const rank = audienceRanks.find((one) => one === audience) ?? 'members';
  const groups = audience.startsWith('group:') ? [audience.slice('group:'.length)] : [];
  const messages = createNoticeMessages({
    library: { publication },
    directory: {
      rolesOf: async () => ({ rank, groups }),
      visibilityOf: async () => ({ kind: isForAll ? 'public' : 'members' }),
    },
    findPermalink: async () => null,
    clock,
  });
  const channel = notice.channels[0] ?? null;
  return messages.card(notice, {
    person: channel === null ? (notice.people[0] ?? null) : null,
    channel,
    card: null,
    late: false,
    places: null,
  });
}
