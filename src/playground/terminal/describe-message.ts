import type { Message } from '../state/messages.ts';

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** A message as lines of a terminal: its text as people hear it read out, wrapped and indented. */
export function describeMessage(message: Pick<Message, 'text'>, columns: number): string {
  return message.text
    .replaceAll(/<([^<>|]+)\|([^<>]+)>/g, '$2 <$1>')
    .replaceAll(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
    .split('\n')
    .map((line) => wrap(line, Math.max(20, columns - 4)))
    .join('\n');
}

/** Breaks a line between words; further lines stand under the first word after a `[1] `. */
function wrap(line: string, columns: number): string {
  const hanging = ' '.repeat(/^(?:\[\d+\]|•) /.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const extended = current === '' ? word : `${current} ${word}`;
    if (extended.length > columns && current.trim() !== '') {
      lines.push(current);
      current = hanging + word;
    } else current = extended;
  }
  return [...lines, current].map((each) => `  ${each}`).join('\n');
}
