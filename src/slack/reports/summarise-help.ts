import type { MessageContent } from '../../messaging/index.ts';
import { commandsMessage } from '../blocks/commands-message.ts';
import { summariseCommand } from '../incoming/report-command.ts';

const lines = [
  [summariseCommand, 'opens a form: which publication, how long, for whom'],
  [`${summariseCommand} falls 2019`, 'finds it by words of its title, an author or a year'],
  [`${summariseCommand} falls 2019 for the board, in one sentence`, 'says for whom, and how long'],
] as const;

const rest =
  'Every statement comes with the page or section it is taken from. You get the summary in your conversation with Concord, where only you see it, unless you choose otherwise in the form; from there you can share it with a channel, or take it away as a Word or Markdown file.';

/** How summaries are asked for, for whoever asks. */
export function summariseHelp(): MessageContent {
  return commandsMessage(lines, rest);
}
