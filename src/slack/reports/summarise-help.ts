import type { MessageContent } from '../../messaging/index.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { markup } from '../blocks/markup.ts';
import { context, section } from '../blocks/piece.ts';
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
  const [message] = composeMessages([
    ...lines.map(([command, what]) =>
      section(markup`• \`${command}\` ${what}`, `${command} ${what}.`),
    ),
    context(markup`${rest}`, rest),
  ]);
  if (message === undefined) throw new Error('help says something');
  return message;
}
