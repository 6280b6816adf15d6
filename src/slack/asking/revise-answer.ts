import type { ExchangeStore } from '../../answering/index.ts';
import type { DeliveryStore } from '../../messaging/index.ts';
import type { ChangedMessage } from '../incoming/changed-message.ts';
import type { AnswerQuestion } from './answer-question.ts';
import { questionOf } from './asked-question.ts';
import { forgetExchanges } from './exchange-id.ts';
import type { RemoveApologies } from './remove-apologies.ts';

export interface ReviseAnswerOptions {
  answerQuestion: AnswerQuestion;
  deliveries: DeliveryStore;
  exchanges: ExchangeStore;
  removeApologies: RemoveApologies;
}

/**
 * Deals with a question that was edited: changes the reply to it, or answers it when there is none
 * yet. What was stored of its earlier wording is forgotten.
 */
export type ReviseAnswer = (changed: ChangedMessage, signal: AbortSignal) => Promise<void>;

const note = 'Answered again after the question was edited.';

export function createReviseAnswer(options: ReviseAnswerOptions): ReviseAnswer {
  const { answerQuestion, deliveries, exchanges } = options;
  return async ({ message, changedAt }, signal) => {
    const question = questionOf(message, changedAt);
    const sent = await deliveries.sentAbout(question.subject, question.channel);
    const isAnswered = sent.length > 0;
    if (!isAnswered && message.kind === 'unaddressed') return;
    const replied = isAnswered
      ? await answerQuestion({ ...question, mayBeForOthers: false }, signal, { note })
      : await answerQuestion(question, signal);
    if (replied === null) return;
    await options.removeApologies(question);
    await forgetExchanges(exchanges, question, replied.exchange?.id ?? null);
  };
}
