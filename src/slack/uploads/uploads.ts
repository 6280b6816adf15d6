import type { WebClient } from '@slack/web-api';
import type {
  Deliver,
  DeliveryStore,
  Inbox,
  Replies,
  ReplyAddress,
} from '../../messaging/index.ts';
import type { Directory } from '../../people/index.ts';
import { type KeptReport, readFileRequest, type Summaries } from '../../summaries/index.ts';
import { type AskedQuestion, questionOf } from '../asking/asked-question.ts';
import type { Asking } from '../asking/asking.ts';
import { plainMessage } from '../blocks/plain-message.ts';
import { type AskedFileSummary, bodyOfBegunFile } from '../incoming/asked-file-summary.ts';
import type { IncomingMessage } from '../incoming/incoming-message.ts';
import { placeOfReport, readOwedReport } from '../incoming/owed-report.ts';
import type { Reporting } from '../reports/reporting.ts';
import type { DownloadFile } from './download-file.ts';
import { findFile } from './find-file.ts';
import { findThreadFiles } from './find-thread-files.ts';
import { createLimitConcurrency } from './limit-concurrency.ts';
import { isReadable, offerMessages } from './offer-message.ts';
import type { UploadedFile } from './uploaded-file.ts';
import { readSummaryOfIt, type WantedSummary } from './wanted-summary.ts';

export interface UploadsOptions {
  summaries: Summaries;
  reporting: Pick<Reporting, 'writeReport'>;
  asking: Pick<Asking, 'directConversations' | 'tellPrivately'>;
  directory: Directory;
  replies: Replies;
  deliver: Deliver;
  deliveries: Pick<DeliveryStore, 'about' | 'forget' | 'isComplete'>;
  inbox: Pick<Inbox, 'add'>;
  /** Something was stored in the inbox. */
  onStored(): void;
  download: DownloadFile;
  client: WebClient;
  keepDays: number;
  /** Whether a language model summarises. */
  hasModel: boolean;
}

/** What Concord does with files that people send it. Neither a file nor its text is kept. */
export interface Uploads {
  /**
   * Deals with a message that came with files, or in a thread that began with them, and asks for
   * nothing but what is in them: summarises the file for who sent it, or offers to.
   *
   * @param version when the message was last edited; empty when it never was.
   * @returns false when it asks something else.
   */
  take(message: IncomingMessage, version: string, signal: AbortSignal): Promise<boolean>;
  /** Summarises the file of a button or a form, for the person who used it alone. */
  summarise(asked: AskedFileSummary, signal: AbortSignal): Promise<void>;
}

const isThere = 'This summary is already here, in the conversation about your file.';
const begun = 'You asked for a summary of a file. It follows in this thread.';
const title = 'Summary of a file';
/** Files are held in memory while they are summarised. */
const mostAtOnce = 4;

export function createUploads(options: UploadsOptions): Uploads {
  const { deliver, deliveries, directory, replies } = options;
  const { directConversations, tellPrivately } = options.asking;
  const limit = createLimitConcurrency(mostAtOnce);
  const note = `Only you see this. The file itself is not kept and does not come into the library. Its summary, with the quotes, is kept for you alone, for ${options.keepDays} days.`;

  async function summariseFile(
    place: ReplyAddress,
    { user, fileId, wanted }: Pick<AskedFileSummary, 'user' | 'fileId' | 'wanted'>,
    signal: AbortSignal,
  ): Promise<KeptReport | null> {
    return options.reporting.writeReport(
      { ...place, user, isDirect: true },
      {
        title,
        notes: [note],
        write: (request) =>
          limit(signal, async () => {
            const file = await findFile(options.client, fileId);
            const { name: filename } = file;
            request.onProgress?.({ kind: 'reading-file', filename });
            const bytes = await options.download(file, signal);
            return options.summaries.summariseFile({
              ...request,
              ...wanted,
              filename,
              bytes,
              owner: user,
            });
          }),
      },
      signal,
    );
  }

  async function offer(place: AskedQuestion, files: readonly UploadedFile[]): Promise<void> {
    if (await directory.hasLeft(place.user)) return;
    const reply = replies.open(place, null);
    try {
      await reply.finish(offerMessages(files, options.hasModel));
    } finally {
      await reply.leave();
    }
  }

  async function filesAbove({ channel, thread, ts }: IncomingMessage): Promise<UploadedFile[]> {
    return thread === ts ? [] : findThreadFiles(options.client, { channel, thread });
  }

  /** Names what was asked for in a form, and owes it in the thread of that, where it can be stopped. */
  async function begin(asked: AskedFileSummary, signal: AbortSignal): Promise<void> {
    const { eventId, user } = asked;
    const channel = await directConversations.open(user);
    const beginning = { channel, thread: null, answers: null, content: plainMessage(begun) };
    const thread = await deliver(
      { subject: eventId, occasion: 'file-begun', ...beginning },
      signal,
    );
    const body = bodyOfBegunFile(asked, { channel, thread });
    const owed = readOwedReport(body);
    if (owed === null) throw new Error('a summary that was begun is not read as one');
    await options.inbox.add({ ...placeOfReport(owed), body });
    options.onStored();
  }

  /** By a button: once, in the thread of its message. */
  async function summarisePressed(
    asked: AskedFileSummary,
    pressedIn: NonNullable<AskedFileSummary['pressedIn']>,
    signal: AbortSignal,
  ): Promise<void> {
    const { eventId, user, fileId, wanted } = asked;
    const { channel, thread, ts: answers } = pressedIn;
    const place = { subject: subjectOf(fileId, wanted), channel, thread, answers };
    if (await deliveries.isComplete(place.subject, channel)) {
      const to = { subject: eventId, user, ...pressedIn };
      return tellPrivately(to, [plainMessage(isThere)], signal);
    }
    if ((await summariseFile(place, asked, signal)) !== null) return;
    // What was stopped or refused can be asked for again.
    for (const { id } of await deliveries.about(place.subject, channel)) {
      await deliveries.forget(id);
    }
  }

  return {
    async take(message, version, signal) {
      if (message.kind !== 'direct') return false;
      const question = questionOf(message, version);
      const { text, user } = question;
      const isAboutThread = message.files.length === 0;
      const wanted = isAboutThread ? readSummaryOfIt(text) : readFileRequest(text);
      if (wanted === null && (isAboutThread || text !== '')) return false;
      const files = isAboutThread ? await filesAbove(message) : message.files;
      if (files.length === 0) return false;
      // What was said before stands; what the message asks for now comes below it.
      const subject = version === '' ? question.subject : `${question.subject}:${version}`;
      const place = { ...question, subject };
      const [file, ...others] = files;
      if (wanted === null || file === undefined || others.length > 0 || !isReadable(file)) {
        await offer(place, files);
      } else await summariseFile(place, { user, fileId: file.id, wanted }, signal);
      return true;
    },
    async summarise(asked, signal) {
      const { eventId: subject, pressedIn, begunIn } = asked;
      if (pressedIn !== null) return summarisePressed(asked, pressedIn, signal);
      if (begunIn === null) return begin(asked, signal);
      await summariseFile({ subject, ...begunIn, answers: begunIn.thread }, asked, signal);
    },
  };
}

/** The same file for the same reader has one summary in one place. */
function subjectOf(fileId: string, { length, reader }: WantedSummary): string {
  return `file:${fileId}:${length}:${reader}`;
}
