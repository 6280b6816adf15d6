import type { MessageContent } from '../../../messaging/index.ts';
import { commandsMessage } from '../../blocks/commands-message.ts';

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
  return commandsMessage(lines, rest);
}
