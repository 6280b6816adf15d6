import type { MessageContent } from '../../messaging/index.ts';
import { composeMessages } from './compose-messages.ts';
import { markup } from './markup.ts';
import { context, section } from './piece.ts';

/**
 * The ways to write a command, each with what it does, and small print below.
 *
 * @param lines what is written, and what it does, without a full stop.
 */
export function commandsMessage(
  lines: readonly (readonly [command: string, what: string])[],
  smallPrint: string,
): MessageContent {
  const [message] = composeMessages([
    ...lines.map(([command, what]) =>
      section(markup`• \`${command}\` ${what}`, `${command} ${what}.`),
    ),
    context(markup`${smallPrint}`, smallPrint),
  ]);
  if (message === undefined) throw new Error('help says something');
  return message;
}
