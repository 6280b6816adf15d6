import type { Clock } from '../../clock.ts';
import type { Publication } from '../../library/index.ts';
import { audiencesUpTo, type Directory } from '../../people/index.ts';
import { type FoundPublications, findPublications, readRequest } from '../../summaries/index.ts';
import type { TellPrivately } from '../asking/tell-privately.ts';
import type { ReportCommand } from '../incoming/report-command.ts';
import { type RequestedReport, usualSummary } from '../incoming/requested-report.ts';
import type { LibraryView } from '../library-view.ts';
import type { BeginReport } from './begin-report.ts';
import { foundMessages, noneFoundMessages } from './found-messages.ts';
import type { SummaryManner } from './summary-value.ts';

/** So many are counted, of which a few are shown. */
const mostFound = 100;
const mostNearest = 3;

export interface SummariseFoundOptions {
  library: LibraryView;
  directory: Directory;
  begin: BeginReport;
  tell: TellPrivately;
  clock: Clock;
}

/**
 * Finds the publication that somebody named after the command, among those they may read: has one
 * that is clearly meant summarised, offers several, or says what is nearest.
 */
export type SummariseFound = (command: ReportCommand, signal: AbortSignal) => Promise<void>;

export function createSummariseFound(options: SummariseFoundOptions): SummariseFound {
  const { library, directory, begin, tell } = options;
  return async (command, signal) => {
    const { eventId, user, channel, text, responseUrl } = command;
    const { rank, groups } = await directory.rolesOf(user);
    const readable = await library.readable(audiencesUpTo(rank, groups));
    const { typed, manner, match, publications } = findMeant(readable, text);
    const [only] = publications;
    const askedIn = { channel, responseUrl };
    if (only !== undefined && match === 'one') {
      const requested: RequestedReport = { ...usualSummary(only.id), ...manner };
      return begin({ eventId, user, requested, channel: null, askedIn, form: null }, signal);
    }
    const contents =
      match === 'nearest'
        ? noneFoundMessages(typed, publications.slice(0, mostNearest), manner)
        : foundMessages(typed, publications, manner);
    await tell({ subject: eventId, user, ...askedIn }, contents, signal);
  };
}

/** What somebody typed after the command, and what it fits. */
interface Meant extends FoundPublications {
  typed: string;
  /** Null where they said nothing of length and reader. */
  manner: SummaryManner | null;
}

/** Words are a name as long as one fits; else their end may say how long, and for whom. */
function findMeant(readable: readonly Publication[], text: string): Meant {
  const whole = { typed: text, manner: null, ...findPublications(readable, text, mostFound) };
  if (whole.match !== 'nearest') return whole;
  const wish = readRequest(`summarise ${text}`);
  if (wish.kind !== 'summary' || wish.named === '' || wish.named === text) return whole;
  const { named, length, reader } = wish;
  const manner = { length, reader };
  return { typed: named, manner, ...findPublications(readable, named, mostFound) };
}
