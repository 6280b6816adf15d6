import type { SuggestedQuestion } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { composeMessages } from './compose-messages.ts';
import { markup, withoutAddresses } from './markup.ts';
import { context, section } from './piece.ts';
import { whatElse } from './what-else.ts';

const greeting =
  'Ask me a question, and I answer it from the library, with the page every statement comes from.';

/**
 * For people who called Concord without a question.
 *
 * @param examples questions that the library answers.
 * @param notes small print, such as what was left unread.
 */
export function greetingMessages(
  examples: readonly SuggestedQuestion[],
  notes: readonly string[] = [],
): MessageContent[] {
  const sentence = examples.length === 0 ? greeting : `${greeting} For example:`;
  return composeMessages([
    section(markup`${sentence}`, sentence),
    ...examples.map(({ question }) => {
      const shown = withoutAddresses(question);
      return section(markup`• ${shown}`, shown);
    }),
    whatElse(),
    ...notes.map((note) => context(markup`${note}`, note)),
  ]);
}
