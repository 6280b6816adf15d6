import { questionOf } from '../asking/asked-question.ts';
import { readIncomingMessage } from '../incoming/incoming-message.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import type { RegisterListener } from './listener.ts';

/** Answers whatever is written to Concord directly. */
export const listenToDirectMessages: RegisterListener = ({ app, asking, ownUser }) => {
  app.message(async ({ body, context }) => {
    const message = readIncomingMessage(body, ownUser);
    if (message?.kind !== 'direct') return;
    await asking.answerQuestion(questionOf(message), abortSignalOf(context));
  });
};
