import { questionOf } from '../asking/asked-question.ts';
import { readIncomingMessage } from '../incoming/incoming-message.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import type { RegisterListener } from './listener.ts';

/** Answers follow-ups in a channel's thread where Concord has answered before, without its name. */
export const listenToThreadReplies: RegisterListener = ({ app, asking, takesPart, ownUser }) => {
  app.message(async ({ body, context }) => {
    const message = readIncomingMessage(body, ownUser);
    if (message?.kind !== 'thread-reply') return;
    if (!(await takesPart(message.channel, message.thread))) return;
    await asking.answerQuestion(questionOf(message), abortSignalOf(context));
  });
};
