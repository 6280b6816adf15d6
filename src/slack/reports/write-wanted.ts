import { redactIdentifiers } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import type { Audience } from '../../people/index.ts';
import {
  namePublications,
  ReportRefused,
  readRequest,
  type Summaries,
  type TypedRequest,
} from '../../summaries/index.ts';
import { plainMessage } from '../blocks/plain-message.ts';
import type { RequestedReport } from '../incoming/requested-report.ts';
import type { LibraryView } from '../library-view.ts';
import type { ReportAudience } from './report-buttons.ts';
import { reportMessages } from './report-messages.ts';
import { reportStatus } from './report-status.ts';
import { requestReport } from './request-report.ts';
import { unclearMessages, whatCanBeSummarised } from './unclear-messages.ts';

/** Who wants something, and who will see it. */
export interface WantedBy {
  /** Slack id. */
  asker: string;
  /** Where they ask, whose budget counts, too; left out where there is none. */
  channel?: string | undefined;
  /** Of everybody who will see it. */
  audiences: readonly Audience[];
  audience: ReportAudience;
  /** Nobody called Concord by name: only what is clearly meant is written. */
  mayBeForOthers: boolean;
  /** Small print. */
  notes: readonly string[];
  /** Told in plain words what is being done. */
  onStatus?(text: string): void;
  signal: AbortSignal;
}

/**
 * Writes the report that somebody asks for in their own words, or asks which publication is meant;
 * null for an ordinary question. Why there is no report is said in its place.
 *
 * @throws the signal's reason, and what went wrong while it was written.
 */
export type WriteWanted = (typed: string, by: WantedBy) => Promise<MessageContent[] | null>;

export interface WriteWantedOptions {
  summaries: Summaries;
  library: Pick<LibraryView, 'readable'>;
}

export function createWriteWanted({ summaries, library }: WriteWantedOptions): WriteWanted {
  /** What is to be written, or asked; null for an ordinary question. */
  async function meant(
    request: TypedRequest,
    { audiences }: WantedBy,
  ): Promise<RequestedReport | MessageContent[] | null> {
    if (request.kind === 'question') return null;
    if (request.kind === 'briefing') return request;
    const isNameless = request.kind === 'summary' && request.named === '';
    if (request.kind === 'conversation' || isNameless) return whatCanBeSummarised(request.kind);
    const named = namePublications(request, await library.readable(audiences));
    switch (named.kind) {
      case 'clear':
        return named.report;
      case 'unclear':
        return unclearMessages(request, named);
      case 'nothing':
        return null;
    }
  }

  return async (typed, by) => {
    const wanted = await meant(readRequest(redactIdentifiers(typed).text), by);
    by.signal.throwIfAborted();
    if (wanted === null || (Array.isArray(wanted) && by.mayBeForOthers)) return null;
    if (Array.isArray(wanted)) return wanted;
    const { asker, channel, audiences, audience, notes, onStatus, signal } = by;
    try {
      const kept = await requestReport(summaries, wanted, {
        audiences,
        asker,
        channel,
        onProgress: (progress) => onStatus?.(reportStatus(progress)),
        signal,
      });
      return reportMessages(kept, notes, audience);
    } catch (error) {
      if (!(error instanceof ReportRefused)) throw error;
      return by.mayBeForOthers ? null : [plainMessage(error.forPeople)];
    }
  };
}
