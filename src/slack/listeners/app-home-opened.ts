import { exampleQuestions } from '../example-questions.ts';
import type { RegisterListener } from './listener.ts';

/** Offers questions to somebody who opens the conversation with Concord. */
export const listenToOpenings: RegisterListener = ({ app, log }) => {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'messages') return;
    try {
      await client.assistant.threads.setSuggestedPrompts({
        channel_id: event.channel,
        title: 'You could ask',
        prompts: exampleQuestions.map(({ title, message }) => ({ title, message })),
      });
    } catch {
      log.debug({ channel: event.channel }, 'prompts-refused');
    }
  });
};
