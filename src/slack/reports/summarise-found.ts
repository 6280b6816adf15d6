import type { Clock } from '../../clock.ts';
import type { Publication } from '../../library/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { audiencesUpTo, type Directory } from '../../people/index.ts';
import type { TellPrivately } from '../asking/tell-privately.ts';
import { usualSummary } from '../incoming/requested-report.ts';
import type { SummariseCommand } from '../incoming/summarise-command.ts';
import type { LibraryView } from '../library-view.ts';
import type { BeginReport } from './begin-report.ts';
import { findByWords } from './find-by-words.ts';
import { foundMessages, noneFoundMessages } from './found-messages.ts';

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
    const { matches, nearest } = findByWords(readable, text);
    const [only] = matches;
    const askedIn = { channel, responseUrl };
    if (only !== undefined && matches.length === 1) {
      const requested = usualSummary(only.id);
      return begin({ eventId, user, requested, channel: null, askedIn, form: null }, signal);
    }
    const contents = tellFound(text, matches, nearest);
    await tell({ subject: eventId, user, ...askedIn }, contents, signal);
  };
}

function tellFound(
  text: string,
  matches: readonly Publication[],
  nearest: readonly Publication[],
): MessageContent[] {
  return matches.length > 0 ? foundMessages(text, matches) : noneFoundMessages(text, nearest);
}
