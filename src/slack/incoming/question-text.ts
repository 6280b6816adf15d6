const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * What a person wrote, as plain text: mentions and broadcasts left out, channels and links as they
 * were shown, Slack's escapes undone.
 */
export function questionText(text: string): string {
  return text
    .replace(/^\s*<@[^<>]*>\s*[:,]/, ' ')
    .replace(/<([@#!][^<>]*|[a-z][a-z+.-]*:[^<>]*)>/gi, (_all, token: string) => readToken(token))
    .replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

function readToken(token: string): string {
  const [target = '', label] = splitLabel(token);
  if (target.startsWith('@')) return ' ';
  if (target.startsWith('#')) return label === undefined ? ' ' : `#${label}`;
  if (target.startsWith('!date')) return label ?? ' ';
  if (target.startsWith('!')) return ' ';
  return label ?? target;
}

function splitLabel(token: string): [string, string | undefined] {
  const bar = token.indexOf('|');
  return bar < 0 ? [token, undefined] : [token.slice(0, bar), token.slice(bar + 1)];
}
