import type { Clock } from '../../clock.ts';
import type { Deliver, DeliveryStore, Inbox, Messenger, Replies } from '../../messaging/index.ts';
import type { Directory } from '../../people/index.ts';
import type { ReportRequest, Summaries } from '../../summaries/index.ts';
import type { Asking } from '../asking/asking.ts';
import type { BegunReport } from '../incoming/begun-report.ts';
import type { OwedEvent } from '../incoming/owed-event.ts';
import { publicationsOf } from '../incoming/requested-report.ts';
import type { LibraryView } from '../library-view.ts';
import { readableBy } from '../notices/readable-by.ts';
import { type BeginReport, createBeginReport } from './begin-report.ts';
import { type CompareNamed, createCompareNamed } from './compare-named.ts';
import { requestTitle } from './describe-request.ts';
import { createFindObstacle } from './find-obstacle.ts';
import { reportFields } from './report-ids.ts';
import { requestReport } from './request-report.ts';
import { createFindShareable, createShareReport, type ShareReport } from './share-report.ts';
import { createSummariseFound, type SummariseFound } from './summarise-found.ts';
import { createWriteReport, type WriteReport } from './write-report.ts';

export interface ReportingOptions {
  summaries: Summaries;
  asking: Asking;
  library: LibraryView;
  directory: Directory;
  messenger: Messenger;
  replies: Replies;
  deliver: Deliver;
  deliveries: DeliveryStore;
  inbox: Inbox;
  /** Something was stored in the inbox. */
  onStored(): void;
  ownUser: string;
  clock: Clock;
}

/** What Concord does to write reports for people. */
export interface Reporting {
  /** Writes any report in a thread. */
  writeReport: WriteReport;
  /** Names what was asked for, where it was wanted, and owes it in the thread. */
  begin: BeginReport;
  /** Writes what was begun. */
  goOn(begun: BegunReport, signal: AbortSignal): Promise<void>;
  summariseFound: SummariseFound;
  compareNamed: CompareNamed;
  share: ShareReport;
  /**
   * What is wrong with a form, by block id, as far as it is known in time; what is not is said
   * later, where the report would have come.
   */
  problemsIn(owed: OwedEvent): Promise<Record<string, string>>;
}

/** Slack waits three seconds for what is wrong with a form. */
const mostCheckMs = 1_500;

export function createReporting(options: ReportingOptions): Reporting {
  const { summaries, asking } = options;
  const { sessions, standingIn, directConversations, tellPrivately: tell } = asking;
  const findObstacle = createFindObstacle({ ...options, standingIn });
  const writeReport = createWriteReport({ ...options, sessions });
  const begin = createBeginReport({ ...options, findObstacle, directConversations, tell });
  const sharing = { ...options, standingIn, directConversations };
  const findShareable = createFindShareable(sharing);

  async function findProblems(owed: OwedEvent): Promise<Record<string, string>> {
    if (owed.kind === 'report-share') {
      const found = await findShareable(owed.share);
      return typeof found === 'string' ? { [reportFields.channel]: found } : {};
    }
    if (owed.kind !== 'report-asked' || owed.asked.form === null) return {};
    const { wrong } = owed.asked;
    if (wrong !== undefined && Object.keys(wrong).length > 0) return { ...wrong };
    const found = await findObstacle(owed.asked);
    if (!('obstacle' in found)) return {};
    const { at, text } = found.obstacle;
    return { [owed.asked.form[at]]: text };
  }

  return {
    writeReport,
    begin,
    summariseFound: createSummariseFound({ ...options, begin, tell }),
    compareNamed: createCompareNamed({ ...options, begin, tell }),
    share: createShareReport({ ...sharing, findShareable }),
    async goOn(begun, signal) {
      const { requested, channel, thread, user, isDirect } = begun;
      const named = await readableBy(options, publicationsOf(requested), user);
      const place = { subject: begun.eventId, channel, thread, answers: thread, user, isDirect };
      const wanted = {
        title: requestTitle(requested, named),
        write: (request: ReportRequest) => requestReport(summaries, requested, request),
      };
      await writeReport(place, wanted, signal);
    },
    async problemsIn(owed) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Record<string, string>>((resolve) => {
        timer = setTimeout(() => resolve({}), mostCheckMs);
      });
      const found = findProblems(owed).catch(() => ({}));
      return Promise.race([found, late]).finally(() => clearTimeout(timer));
    },
  };
}
