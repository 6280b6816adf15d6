import type { Clock } from '../../clock.ts';
import { audiencesUpTo, type Directory } from '../../people/index.ts';
import { findPublications } from '../../summaries/index.ts';
import type { TellPrivately } from '../asking/tell-privately.ts';
import { usualSummary } from '../incoming/requested-report.ts';
import type { SummariseCommand } from '../incoming/summarise-command.ts';
import type { LibraryView } from '../library-view.ts';
import type { BeginReport } from './begin-report.ts';
import { foundMessages, noneFoundMessages } from './found-messages.ts';

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
export type SummariseFound = (command: SummariseCommand, signal: AbortSignal) => Promise<void>;

export function createSummariseFound(options: SummariseFoundOptions): SummariseFound {
  const { library, directory, begin, tell } = options;
  return async (command, signal) => {
    const { eventId, user, channel, text, responseUrl } = command;
    const { rank, groups } = await directory.rolesOf(user);
    const readable = await library.readable(audiencesUpTo(rank, groups));
    const { match, publications } = findPublications(readable, text, mostFound);
    const [only] = publications;
    const askedIn = { channel, responseUrl };
    if (only !== undefined && match === 'one') {
      const requested = usualSummary(only.id);
      return begin({ eventId, user, requested, channel: null, askedIn, form: null }, signal);
    }
    const contents =
      match === 'nearest'
        ? noneFoundMessages(text, publications.slice(0, mostNearest))
        : foundMessages(text, publications);
    await tell({ subject: eventId, user, ...askedIn }, contents, signal);
  };
}
