import { audiencesUpTo } from '../../people/index.ts';
import { plainText } from '../blocks/plain-text.ts';
import type { RegisterListener } from './listener.ts';

/** Slack shows no more. */
const mostPrompts = 4;
const mostTitleCharacters = 40;
const mostMessageCharacters = 300;

/** Offers somebody who opens the conversation questions that the library answers for them. */
export const listenToOpenings: RegisterListener = ({ app, directory, library, clients, log }) => {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'messages') return;
    try {
      const { rank, groups } = await directory.rolesOf(event.user);
      const questions = await library.suggestQuestions(audiencesUpTo(rank, groups), mostPrompts);
      if (questions.length === 0) return;
      const prompts = questions.map(({ title, question }) => ({
        title: plainText(title, mostTitleCharacters),
        message: plainText(question, mostMessageCharacters),
      }));
      await clients.writing.assistant.threads.setSuggestedPrompts({
        channel_id: event.channel,
        title: 'You could ask',
        prompts,
      });
    } catch {
      log.debug({ channel: event.channel }, 'prompts-refused');
    }
  });
};
