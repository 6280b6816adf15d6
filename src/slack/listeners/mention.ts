import { questionOf } from '../asking/asked-question.ts';
import { readIncomingMessage } from '../incoming/incoming-message.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import type { RegisterListener } from './listener.ts';

/** Answers messages in channels that call Concord by name. */
export const listenToMentions: RegisterListener = ({ app, asking, ownUser }) => {
  app.event('app_mention', async ({ body, context }) => {
    const message = readIncomingMessage(body, ownUser);
    if (message?.kind !== 'mention') return;
    await asking.answerQuestion(questionOf(message), abortSignalOf(context));
  });
};
