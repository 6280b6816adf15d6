/** A slash command at the very beginning of a message; null when there is none. */
export function parseCommand(text: string): { command: string; text: string } | null {
  const match = /^(?<command>\/[a-z][\w-]*)(?:\s+(?<text>[\s\S]*))?$/i.exec(text.trimEnd());
  if (match?.groups === undefined) return null;
  return {
    command: match.groups.command?.toLowerCase() ?? '',
    text: (match.groups.text ?? '').trim(),
  };
}
