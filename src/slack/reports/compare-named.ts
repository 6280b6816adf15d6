import { redactIdentifiers } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { audiencesUpTo, type Directory } from '../../people/index.ts';
import { namePublications, readRequest, type TypedRequest } from '../../summaries/index.ts';
import type { TellPrivately } from '../asking/tell-privately.ts';
import type { ReportCommand } from '../incoming/report-command.ts';
import type { LibraryView } from '../library-view.ts';
import type { BeginReport } from './begin-report.ts';
import { compareHelp } from './compare-help.ts';
import { unclearMessages } from './unclear-messages.ts';

export interface CompareNamedOptions {
  library: LibraryView;
  directory: Directory;
  begin: BeginReport;
  tell: TellPrivately;
}

/**
 * Finds the publications that somebody named after the command, among those they may read: has them
 * compared where it is clear which are meant, else asks.
 */
export type CompareNamed = (command: ReportCommand, signal: AbortSignal) => Promise<void>;

export function createCompareNamed({
  library,
  directory,
  begin,
  tell,
}: CompareNamedOptions): CompareNamed {
  return async (command, signal) => {
    const { eventId, user, channel, text, responseUrl } = command;
    const askedIn = { channel, responseUrl };
    const say = (contents: readonly MessageContent[]): Promise<void> =>
      tell({ subject: eventId, user, ...askedIn }, contents, signal);
    const request = readCompared(redactIdentifiers(text).text);
    if (request === null) return say([compareHelp()]);
    const { rank, groups } = await directory.rolesOf(user);
    const readable = await library.readable(audiencesUpTo(rank, groups));
    const named = namePublications(request, readable);
    if (named.kind === 'nothing') return say([compareHelp()]);
    if (named.kind === 'unclear') return say(unclearMessages(request, named));
    const asked = { eventId, user, requested: named.report, channel: null, askedIn, form: null };
    return begin(asked, signal);
  };
}

/** A wish in so many words, else names alone; null where one publication at most is named. */
function readCompared(
  text: string,
): Extract<TypedRequest, { kind: 'comparison' | 'changes' }> | null {
  for (const typed of [text, `compare ${text}`]) {
    const request = readRequest(typed);
    if (request.kind === 'comparison' || request.kind === 'changes') return request;
  }
  return null;
}
