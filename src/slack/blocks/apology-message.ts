import type { MessageContent } from '../../messaging/index.ts';
import { composeMessages } from './compose-messages.ts';
import { channelReference, markup } from './markup.ts';
import { section } from './piece.ts';

/** For a question that could not be dealt with. @param reference what the operator finds it by. */
export function apologyMessages(reference: string, helpChannel: string | null): MessageContent[] {
  const sentence =
    'Sorry, something went wrong here and this question was not answered. Please ask it again.';
  const spoken = `${sentence} Reference: ${reference}.`;
  const shown =
    helpChannel === null
      ? markup`${sentence}\nReference: *${reference}*`
      : markup`${sentence}\nIf it happens twice, give ${channelReference(helpChannel)} this reference: *${reference}*`;
  return composeMessages([section(shown, spoken)]);
}
