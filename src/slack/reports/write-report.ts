import type { Messenger, Replies, ReplyAddress } from '../../messaging/index.ts';
import { audienceOfAnswer, type Directory } from '../../people/index.ts';
import { type KeptReport, ReportRefused, type ReportRequest } from '../../summaries/index.ts';
import { createProgressStatus } from '../asking/progress-status.ts';
import type { Sessions } from '../asking/sessions.ts';
import { despitePerson, isStopped } from '../asking/stopped.ts';
import { plainMessage } from '../blocks/plain-message.ts';
import { reportMessages } from './report-messages.ts';
import { reportStatus } from './report-status.ts';

/** The thread in which a report is written, and for whom. */
export interface ReportPlace extends ReplyAddress {
  /** Slack id of who asked. */
  user: string;
  /** Nobody but them and Concord can read it. */
  isDirect: boolean;
}

/** What is to be written. */
export interface ReportToWrite {
  /** What the conversation is called; null to leave it as it is. */
  title: string | null;
  /** @throws {ReportRefused} */
  write(request: ReportRequest): Promise<KeptReport>;
  /** Small print besides the report's own. */
  notes?: readonly string[];
}

/**
 * Writes a report in a thread from what everybody may read who sees it there: says what is being
 * done, and in the end shows it, once, however often it is called. Why there is none is said in its
 * place.
 *
 * @returns the report; null when there is none, because it was refused, somebody pressed Stop, or
 *   whoever asked has left.
 * @throws as `Replies` does, and what went wrong while it was written; to be called again then.
 */
export type WriteReport = (
  place: ReportPlace,
  wanted: ReportToWrite,
  signal: AbortSignal,
) => Promise<KeptReport | null>;

export interface WriteReportOptions {
  directory: Directory;
  replies: Replies;
  messenger: Messenger;
  sessions: Sessions;
}

const stopped = 'Stopped. Ask again whenever you like.';

export function createWriteReport(options: WriteReportOptions): WriteReport {
  const { directory, replies, messenger, sessions } = options;
  return async (place, wanted, signal) => {
    const status = createProgressStatus(messenger, place);
    const reply = replies.open(place, null);
    let replied = false;
    try {
      signal.throwIfAborted();
      if (await directory.hasLeft(place.user)) return null;
      await sessions.begin(place, place.user, wanted.title);
      const { audiences, alone } = await audienceOfAnswer(directory, place.user, place.channel);
      const kept = await wanted.write({
        audiences: place.isDirect ? alone : audiences,
        asker: place.user,
        channel: place.channel,
        onProgress: (progress) => status.show(reportStatus(progress)),
        signal,
      });
      status.pause();
      const audience = place.isDirect ? 'one-person' : 'channel';
      const contents = reportMessages(kept, wanted.notes ?? [], audience);
      await reply.finish(contents, despitePerson(signal));
      replied = true;
      return kept;
    } catch (error) {
      const said = isStopped(signal)
        ? stopped
        : error instanceof ReportRefused
          ? error.forPeople
          : null;
      if (said === null) throw error;
      status.pause();
      await reply.finish([plainMessage(said)], despitePerson(signal));
      replied = true;
      return null;
    } finally {
      await reply.leave();
      await Promise.all([status.close(replied), sessions.end(place)]);
    }
  };
}
