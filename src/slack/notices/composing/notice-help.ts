import type { MessageContent } from '../../../messaging/index.ts';
import { composeMessages } from '../../blocks/compose-messages.ts';
import { markup } from '../../blocks/markup.ts';
import { context, section } from '../../blocks/piece.ts';

export const noticeCommand = '/notice';

const lines = [
  [noticeCommand, 'asks what your notice is about'],
  [`${noticeCommand} session`, 'invites people to a session'],
  [`${noticeCommand} publication`, 'announces a publication of the library'],
] as const;

const rest =
  'You see how it will look and whom it reaches before anything is sent. Drafts and what was sent are on Concord’s Home tab, where you can change, postpone, call off and duplicate them.';

/** How notices are written, for whoever asks. */
export function noticeHelp(): MessageContent {
  const [message] = composeMessages([
    ...lines.map(([command, what]) =>
      section(markup`• \`${command}\` ${what}`, `${command} ${what}.`),
    ),
    context(markup`${rest}`, rest),
  ]);
  if (message === undefined) throw new Error('help says something');
  return message;
}
