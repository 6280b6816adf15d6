import type { MessageContent } from '../../messaging/index.ts';
import { commandsMessage } from '../blocks/commands-message.ts';
import { compareCommand } from '../incoming/report-command.ts';

const lines = [
  [compareCommand, 'opens a form: which publications, which columns, or what has changed'],
  [
    `${compareCommand} the falls and the housing case studies on cost`,
    'puts them side by side, with the columns you name',
  ],
  [
    `${compareCommand} what has changed between the 2019 and the 2024 discharge policy`,
    'lists what has changed, both editions quoted',
  ],
] as const;

const rest =
  'Name two to eight by words of their titles and a year. Every statement comes with the page it is taken from. It comes in your conversation with Concord, where only you see it; from there you can share it with a channel, or take it away as a Word or Markdown file.';

/** How comparisons are asked for, for whoever asks. */
export function compareHelp(): MessageContent {
  return commandsMessage(lines, rest);
}
