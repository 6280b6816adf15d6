import type { SuggestedQuestion } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { askCommand } from '../incoming/asked-command.ts';
import { composeMessages } from './compose-messages.ts';
import { markup, withoutAddresses } from './markup.ts';
import { context, section } from './piece.ts';
import { whatElse } from './what-else.ts';

const usage = `Write your question after ${askCommand}, in any channel or direct message.`;
const privacy =
  'Only you see the answer, with the page every statement comes from. Where I am a member, you can share it with the channel.';

/** For people who typed the command and no question. @param examples what the library answers. */
export function commandHelp(examples: readonly SuggestedQuestion[]): MessageContent[] {
  const sentence = examples.length === 0 ? usage : `${usage} For example:`;
  return composeMessages([
    section(markup`${sentence}`, sentence),
    ...examples.map(({ question }) => {
      const example = `${askCommand} ${withoutAddresses(question)}`;
      return section(markup`• ${example}`, example);
    }),
    whatElse(),
    context(markup`${privacy}`, privacy),
  ]);
}
