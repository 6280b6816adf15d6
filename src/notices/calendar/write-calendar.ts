import ical, {
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Notice, SessionDetails } from '../notice.ts';
import { instantOf } from '../time/local-time.ts';

/** A session as it stands in a calendar. */
export interface CalendarSession {
  notice: Pick<Notice, 'id' | 'version' | 'state' | 'createdAt' | 'changedAt'>;
  details: SessionDetails;
  /** Titles and links of the papers to read; those without a link by their title. */
  papers: readonly { title: string; link: string | null }[];
  /** Address of its announcement; null when there is none. */
  permalink: string | null;
  /** Whether it is not certain that whose calendar it is takes part. */
  isTentative?: boolean;
}

export interface CalendarOptions {
  /**
   * `feed`: all sessions of a subscription, cancelled ones among them. `session`: one to be put into
   * a calendar, or, when it is cancelled, to be taken out of it again.
   */
  purpose: 'feed' | 'session';
  /** Shown as the calendar's name. */
  name: string;
  /** What makes ids of events unique in the world, such as the workspace's domain. */
  domain: string;
}

/** How often calendars should look at a feed. */
const refreshSeconds = 60 * 60;

/**
 * Writes an iCalendar file (RFC 5545). An event keeps its UID for good and its SEQUENCE is the
 * notice's version, so that a calendar that has it already changes it. Times are in UTC, which every
 * calendar shows in its reader's own zone.
 */
export function writeCalendar(
  sessions: readonly CalendarSession[],
  { purpose, name, domain }: CalendarOptions,
): string {
  const isCancelled = sessions.every(({ notice }) => notice.state === 'cancelled');
  const calendar = ical({
    name,
    prodId: { company: 'Concord', product: 'Concord', language: 'EN' },
    method:
      purpose === 'session' && isCancelled && sessions.length > 0
        ? ICalCalendarMethod.CANCEL
        : ICalCalendarMethod.PUBLISH,
    ...(purpose === 'feed' ? { ttl: refreshSeconds } : {}),
  });
  for (const session of sessions) calendar.createEvent(eventOf(session, domain));
  return calendar.toString();
}

function eventOf(
  { notice, details, papers, permalink, isTentative = false }: CalendarSession,
  domain: string,
): ICalEventData {
  const isCancelled = notice.state === 'cancelled';
  const held = isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
  return {
    id: `${notice.id}@${domain}`,
    sequence: notice.version,
    start: new Date(instantOf(details.start, details.zone)),
    end: new Date(instantOf(details.end, details.zone)),
    created: new Date(notice.createdAt),
    lastModified: new Date(notice.changedAt),
    stamp: new Date(notice.changedAt),
    summary: isCancelled ? `Cancelled: ${details.title}` : details.title,
    description: describe(details, papers, permalink),
    ...(whereOf(details) === null ? {} : { location: whereOf(details) }),
    ...(details.link === null ? {} : { url: details.link }),
    status: isCancelled ? ICalEventStatus.CANCELLED : held,
    ...(isCancelled ? { transparency: ICalEventTransparency.TRANSPARENT } : {}),
  };
}

function whereOf({ place, link }: SessionDetails): string | null {
  return place ?? (link === null ? null : 'Online');
}

function describe(
  { description, speakers, link }: SessionDetails,
  papers: CalendarSession['papers'],
  permalink: string | null,
): string {
  const parts = [
    description.trim(),
    speakers.length === 0 ? '' : `Speaking: ${speakers.join(', ')}`,
    link === null ? '' : `Join: ${link}`,
    papers.length === 0 ? '' : ['To read:', ...papers.map(writeOut)].join('\n'),
    permalink === null ? '' : `In Slack: ${permalink}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function writeOut({ title, link }: { title: string; link: string | null }): string {
  return link === null ? `- ${title}` : `- ${title}: ${link}`;
}
