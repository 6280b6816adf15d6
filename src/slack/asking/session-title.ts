import { redactIdentifiers } from '../../answering/index.ts';
import { plainText } from '../blocks/plain-text.ts';

/** Slack allows 200; people see about this much in their list of conversations. */
const mostTitleCharacters = 80;

/** What a conversation is called: its question, without what identifies people; null for none. */
export function sessionTitle(question: string): string | null {
  const title = plainText(redactIdentifiers(question).text, mostTitleCharacters);
  return title === '' ? null : title;
}
