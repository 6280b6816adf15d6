import type { LocalSlack } from '../driver/local-slack.ts';
import type { Message } from '../state/messages.ts';

/** What became of one question, ms after it was sent; null for what has not happened yet. */
export interface WatchedQuestion {
  channel: string;
  ts: string;
  thread: string;
  /** The app acknowledged the event. */
  acknowledged: number | null;
  /** People saw that something is being done: a status, or a message. */
  firstSign: number | null;
  /** The first words of the answer were there. */
  firstWords: number | null;
  /** The answer stood as it remains. */
  finished: number | null;
  /** Messages of the app in its thread that came between this question and the next one of it. */
  replies: number;
}

/** Watches the threads of questions. Answers of one thread are taken to come in their order. */
export interface AnswerWatch {
  /** Counts a message as a question; the times are those since `askedAt`, by performance.now(). */
  add(message: Message, askedAt: number): void;
  readonly questions: readonly WatchedQuestion[];
  stop(): void;
}

interface Watched extends WatchedQuestion {
  askedAt: number;
  /** The reply's `ts`. */
  reply: string | null;
}

export function watchAnswers(slack: LocalSlack): AnswerWatch {
  const questions: Watched[] = [];
  const byThread = new Map<string, Watched[]>();
  const byTs = new Map<string, Watched>();
  const acknowledgedEarly = new Map<string, number>();
  const keyOf = (channel: string, ts: string): string => `${channel}:${ts}`;

  /** The question of a thread that is next to be answered. */
  const current = (channel: string, thread: string): Watched | undefined =>
    byThread.get(keyOf(channel, thread))?.find((question) => question.finished === null);

  function sawMessage(message: Message): void {
    if (!message.isFromApp || message.threadTs === null) return;
    const question = current(message.channel, message.threadTs);
    if (question === undefined) {
      const last = byThread.get(keyOf(message.channel, message.threadTs))?.at(-1);
      if (last !== undefined && last.reply !== message.ts) last.replies += 1;
      return;
    }
    const now = performance.now() - question.askedAt;
    if (question.reply !== message.ts) {
      question.reply = message.ts;
      question.replies += 1;
    }
    question.firstSign ??= now;
    question.firstWords ??= now;
    if (message.stream?.state !== 'in_progress') question.finished = now;
  }

  const stop = slack.onChange((change) => {
    if (change.type === 'message-posted' || change.type === 'message-changed') {
      sawMessage(change.message);
    } else if (change.type === 'agent-thread-changed') {
      const { channel, threadTs, status } = change.thread;
      const question = threadTs === null ? undefined : current(channel, threadTs);
      if (question !== undefined && status !== '') {
        question.firstSign ??= performance.now() - question.askedAt;
      }
    } else if (change.type === 'event-changed' && change.event.status === 'acknowledged') {
      const event = change.event.payload.event as { channel?: string; ts?: string };
      const key = keyOf(event.channel ?? '', event.ts ?? '');
      const question = byTs.get(key);
      if (question === undefined) acknowledgedEarly.set(key, performance.now());
      // A mention comes as two events; the later one counts.
      else question.acknowledged = performance.now() - question.askedAt;
    }
  });

  return {
    questions,
    stop,
    add(message, askedAt) {
      const { channel, ts } = message;
      const thread = message.threadTs ?? ts;
      const question: Watched = {
        channel,
        ts,
        thread,
        askedAt,
        acknowledged: null,
        firstSign: null,
        firstWords: null,
        finished: null,
        replies: 0,
        reply: null,
      };
      const early = acknowledgedEarly.get(keyOf(channel, ts));
      if (early !== undefined) question.acknowledged = early - askedAt;
      questions.push(question);
      byTs.set(keyOf(channel, ts), question);
      const key = keyOf(channel, thread);
      byThread.set(key, [...(byThread.get(key) ?? []), question]);
    },
  };
}
