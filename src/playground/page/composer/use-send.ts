import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { parseCommand } from './parse-command.ts';

export interface SendPlace {
  channel: string;
  thread: string | null;
}

/**
 * Sends what was written, as a message or a command.
 *
 * @returns of what `send` returns: false when it was not taken, so that the text can be kept; the
 *   `ts` of the message; null for a command.
 */
export function useSend({
  channel,
  thread,
}: SendPlace): (text: string) => Promise<false | string | null> {
  const { page, notify } = usePage();
  const act = useAct();
  return async (text) => {
    const parsed = parseCommand(text);
    if (parsed === null) {
      const result = await act({ type: 'post', channel, text: text.trim(), thread });
      return result.ok && (result.ts ?? null);
    }
    const known = page.app.commands.map(({ command }) => command);
    if (!known.includes(parsed.command)) {
      const others = known.length === 0 ? '' : ` There is ${known.join(', ')}.`;
      notify(
        `${parsed.command} is not a command here.${others} Put a space before it to send it as text.`,
      );
      return false;
    }
    const result = await act({ type: 'slash', ...parsed, channel, thread });
    return result.ok && result.acknowledged !== false ? null : false;
  };
}
