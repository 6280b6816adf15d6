import { questionOf } from '../asking/asked-question.ts';
import { readIncomingMessage } from '../incoming/incoming-message.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import type { RegisterListener } from './listener.ts';

/** Answers whatever is written to Concord directly, and takes the files that come with nothing else. */
export const listenToDirectMessages: RegisterListener = ({ app, asking, uploads, ownUser }) => {
  app.message(async ({ body, context }) => {
    const message = readIncomingMessage(body, ownUser);
    if (message?.kind !== 'direct') return;
    const signal = abortSignalOf(context);
    if (await uploads.take(message, '', signal)) return;
    await asking.answerQuestion(questionOf(message), signal);
  });
};
