import type { MessageContent } from '../../messaging/index.ts';
import { exampleQuestions } from '../example-questions.ts';
import { composeMessages } from './compose-messages.ts';
import { markup } from './markup.ts';
import { section } from './piece.ts';

/** For people who called Concord without a question. */
export function greetingMessages(): MessageContent[] {
  const sentence =
    'Ask me a question, and I answer it from the library, with the page every statement comes from. For example:';
  return composeMessages([
    section(markup`${sentence}`, sentence),
    ...exampleQuestions.map(({ message }) => section(markup`• ${message}`, message)),
  ]);
}
