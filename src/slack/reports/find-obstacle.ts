import type { Clock } from '../../clock.ts';
import type { Publication } from '../../library/index.ts';
import { audienceOfAnswer, audiencesUpTo, type Directory } from '../../people/index.ts';
import { titleOf } from '../blocks/describe-publication.ts';
import { publicationsOf, type RequestedReport } from '../incoming/requested-report.ts';
import type { LibraryView } from '../library-view.ts';
import { readableWith } from '../notices/readable-by.ts';
import type { FindChannelStanding } from '../people/channel-standing.ts';

/** What stands between somebody and a report, in words for them. */
export interface ReportObstacle {
  /** What they chose, or who is to see it. */
  at: 'about' | 'seenBy';
  text: string;
}

/** What was asked for, and for whom to see. */
export interface WantedFor {
  user: string;
  requested: RequestedReport;
  /** Channel whose people are to see it; null for the person alone. */
  channel: string | null;
}

export interface FindObstacleOptions {
  library: LibraryView;
  directory: Directory;
  standingIn: FindChannelStanding;
  clock: Clock;
}

/** The publications that are asked about, if all who are to see the report may read them now. */
export type FindObstacle = (
  wanted: WantedFor,
) => Promise<{ obstacle: ReportObstacle } | { publications: Publication[] }>;

const notOffered =
  'There is no such publication, or you may not read it now. Choose one of those offered.';
const notThere =
  'Concord cannot write in this channel. Choose “Only me”, or invite it with /invite @Concord and ask again.';

export function createFindObstacle(options: FindObstacleOptions): FindObstacle {
  const { directory, standingIn } = options;
  return async ({ user, requested, channel }) => {
    const ids = publicationsOf(requested);
    const { rank, groups } = await directory.rolesOf(user);
    const publications = await readableWith(options, ids, audiencesUpTo(rank, groups));
    if (publications.length < ids.length) return { obstacle: { at: 'about', text: notOffered } };
    if (channel === null) return { publications };
    if ((await standingIn(channel)) !== 'member') {
      return { obstacle: { at: 'seenBy', text: notThere } };
    }
    const { audiences } = await audienceOfAnswer(directory, user, channel);
    const closed = publications.find(({ audience }) => !audiences.includes(audience));
    if (closed === undefined) return { publications };
    const text = `Not everybody in this channel may read “${titleOf(closed)}”. Choose “Only me”.`;
    return { obstacle: { at: 'seenBy', text } };
  };
}
