import type { MessageContent } from '../../messaging/index.ts';
import { composeMessages } from './compose-messages.ts';
import { channelReference, markup } from './markup.ts';
import { section } from './piece.ts';

/** What somebody was owed and did not get. */
export type Mishap = 'not-answered' | 'not-revised' | 'not-shared' | 'not-written';

const sentences: Readonly<Record<Mishap, string>> = {
  'not-answered':
    'Sorry, something went wrong here and this question was not answered. Please ask it again.',
  'not-revised':
    'Sorry, something went wrong here and the edited question was not answered. Please ask it again in a new message.',
  'not-shared':
    'Sorry, something went wrong here and the answer was not shared. Please press the button again.',
  'not-written':
    'Sorry, something went wrong here and what you asked for was not written. Please ask for it again.',
};

/** For what could not be dealt with. @param reference what the operator finds it by. */
export function apologyMessages(
  mishap: Mishap,
  reference: string,
  helpChannel: string | null,
): MessageContent[] {
  const sentence = sentences[mishap];
  const spoken = `${sentence} Reference: ${reference}.`;
  const shown =
    helpChannel === null
      ? markup`${sentence}\nReference: *${reference}*`
      : markup`${sentence}\nIf it happens again, give ${channelReference(helpChannel)} this reference: *${reference}*`;
  return composeMessages([section(shown, spoken)]);
}
