import { setTimeout as delay } from 'node:timers/promises';
import type { AskProgress, AskQuestion, Exchange } from '../../answering/index.ts';
import type { DeliveryStore, MessageContent, Messenger, Replies } from '../../messaging/index.ts';
import {
  type AnswerAudience,
  audienceOfAnswer,
  audiencesUpTo,
  type Directory,
} from '../../people/index.ts';
import { readFileRequest, readRequest } from '../../summaries/index.ts';
import { greetingMessages } from '../blocks/greeting-message.ts';
import { stoppedMessages } from '../blocks/stopped-messages.ts';
import { withIntroduction } from '../blocks/with-introduction.ts';
import type { WriteWanted } from '../reports/write-wanted.ts';
import type { AskedQuestion } from './asked-question.ts';
import { exchangeIdOf } from './exchange-id.ts';
import { createProgressStatus, type ProgressStatus } from './progress-status.ts';
import { type RenderOptions, renderExchange } from './render-exchange.ts';
import { sessionTitle } from './session-title.ts';
import type { Sessions } from './sessions.ts';
import { shortenQuestion } from './shorten-question.ts';
import { createShown } from './shown-answer.ts';
import { searchingStatus } from './status-texts.ts';
import { despitePerson, isStopped } from './stopped.ts';

export interface AnswerQuestionOptions extends RenderOptions {
  ask: AskQuestion;
  writeWanted: WriteWanted;
  directory: Directory;
  replies: Replies;
  deliveries: Pick<DeliveryStore, 'about'>;
  messenger: Messenger;
  sessions: Sessions;
}

/** What is different when a question is answered again after it was edited. */
export interface Revision {
  /** Small print under the new answer. */
  note: string;
}

/**
 * Answers a question where it was asked: says what is being done, shows each statement as it is
 * verified, and in the end the whole answer with its sources.
 *
 * @param revision changes the reply that is there already, in one go.
 * @returns null when there is no reply, because it was meant for other people or somebody has left,
 *   or pressed Stop.
 */
export type AnswerQuestion = (
  question: AskedQuestion,
  signal: AbortSignal,
  revision?: Revision,
) => Promise<GivenReply | null>;

/** What became of a question. */
export interface GivenReply {
  /** Null where nothing was asked, or a report was wanted. */
  exchange: Exchange | null;
}

interface PreparedReply extends GivenReply {
  contents: MessageContent[];
}

const directFilesNote =
  'The file was not read: only what is written in the message was looked up. For a summary, send the file with the words “summarise this”.';
const filesNote =
  'The file was not read: only what is written in the message was looked up. For a summary, send me the file in a direct message.';
const onlyFiles = 'I read files in direct messages alone: send me yours there for a summary.';
const narrowedNote =
  'Others can read this channel, so only what all of them may read was searched. In a direct message I can search all that you may read.';
/** People are told what is going on when finding out who reads along takes longer, ms. */
const slowAfterMs = 150;
/** How long an answer waits for its conversation to have a title, which a stream's beginning ends, ms. */
const mostTitleWaitMs = 250;

export function createAnswerQuestion(options: AnswerQuestionOptions): AnswerQuestion {
  const { ask, directory, library, replies, deliveries, messenger, sessions } = options;

  async function findAudience(
    { user, channel, isDirect }: AskedQuestion,
    status: ProgressStatus,
  ): Promise<AnswerAudience> {
    if (isDirect) {
      const { rank, groups } = await directory.rolesOf(user);
      const alone = audiencesUpTo(rank, groups);
      return { audiences: alone, alone };
    }
    const slow = setTimeout(() => status.show('Checking who can read this…'), slowAfterMs);
    try {
      return await audienceOfAnswer(directory, user, channel);
    } finally {
      clearTimeout(slow);
    }
  }

  async function greet(
    question: AskedQuestion,
    status: ProgressStatus,
  ): Promise<MessageContent[] | null> {
    if (question.mayBeForOthers) return null;
    const { audiences } = await findAudience(question, status);
    const examples = await library.suggestQuestions(audiences, 3);
    return greetingMessages(examples, question.hasFiles ? [onlyFiles] : []);
  }

  /** What the reply says, and the exchange behind it; null when none is wanted. */
  async function prepare(
    question: AskedQuestion,
    signal: AbortSignal,
    status: ProgressStatus,
    onProgress: (progress: AskProgress) => void,
    notes: readonly string[],
  ): Promise<PreparedReply | null> {
    signal.throwIfAborted();
    if (await directory.hasLeft(question.user)) return null;
    const asksForSummary = question.hasFiles && readFileRequest(question.text) !== null;
    if (question.text === '' || asksForSummary) {
      const contents = await greet(question, status);
      return contents === null ? null : { contents, exchange: null };
    }
    const { text, note } = shortenQuestion(question.text);
    const begun = sessions.begin(question, question.user, sessionTitle(text));
    const { audiences, alone } = await findAudience(question, status);
    const count = await library.count(audiences).catch(() => null);
    const mayBeReport = readRequest(text).kind !== 'question';
    if (!mayBeReport) status.show(searchingStatus(count));
    await Promise.race([begun, delay(mostTitleWaitMs, undefined, { ref: false })]);
    const narrowed = async (): Promise<string[]> =>
      (await library.count(alone)) > (count ?? 0) ? [narrowedNote] : [];
    if (mayBeReport) {
      const wanted = await options.writeWanted(text, {
        asker: question.user,
        channel: question.channel,
        audiences,
        audience: question.isDirect ? 'one-person' : 'channel',
        mayBeForOthers: question.mayBeForOthers,
        notes: [...notes, ...(await narrowed())],
        onStatus: status.show,
        signal,
      });
      if (wanted !== null) {
        return { contents: withIntroduction(question.introduction, wanted), exchange: null };
      }
      status.show(searchingStatus(count));
    }
    const exchange = await ask({
      question: text,
      conversation: question.conversation,
      audiences,
      exchangeId: exchangeIdOf(question.subject, question.version, audiences),
      asker: question.user,
      onProgress,
      signal,
    });
    if (question.mayBeForOthers && isNotForUs(exchange, text)) return null;
    const smallPrint = [
      ...notes,
      ...(note === null ? [] : [note]),
      ...(question.hasFiles ? [question.isDirect ? directFilesNote : filesNote] : []),
      ...(await narrowed()),
    ];
    const contents = await renderExchange(options, exchange, smallPrint);
    return { contents: withIntroduction(question.introduction, contents), exchange };
  }

  return async (question, signal, revision) => {
    const status = createProgressStatus(messenger, question);
    const reply = revision === undefined ? replies.open(question, recipientOf(question)) : null;
    const shown = createShown(status, reply, question.introduction);
    /** Whether a message of this attempt's own took the status away, as a change of one does not. */
    let replied = false;
    let isBegun = true;
    try {
      isBegun = (await deliveries.about(question.subject, question.channel)).length > 0;
      const notes = revision === undefined ? [] : [revision.note];
      const prepared = await prepare(question, signal, status, shown.onProgress, notes);
      if (prepared === null) return null;
      status.pause();
      const going = despitePerson(signal);
      if (reply === null) {
        await replies.revise(question, prepared.contents, going);
        const title = sessionTitle(question.text);
        if (question.answers === question.thread && title !== null) {
          await sessions.rename(question, title);
        }
      } else await reply.finish(prepared.contents, going);
      replied = !isBegun;
      return { exchange: prepared.exchange };
    } catch (error) {
      if (!isStopped(signal)) throw error;
      const wasQuestion = !question.mayBeForOthers || question.text.includes('?');
      if (reply !== null && wasQuestion) {
        await reply.finish(withIntroduction(question.introduction, stoppedMessages(shown.claims)));
        replied = !isBegun;
      }
      return null;
    } finally {
      await reply?.leave();
      await Promise.all([status.close(replied), sessions.end(question)]);
    }
  };
}

function recipientOf({ user, team }: AskedQuestion): { person: string; team: string } | null {
  return team === '' ? null : { person: user, team };
}

/**
 * In a thread nobody called Concord by name: people who thank or tell each other something want no
 * reply about what the library does not say.
 */
function isNotForUs({ answer }: Exchange, question: string): boolean {
  if (answer.kind === 'answer') return false;
  return answer.reason === 'no-question' || !question.includes('?');
}
