/** What messages would do in Slack beyond being read. */
export interface MessageEffects {
  /** Addresses that can be followed, without repeats. */
  links: string[];
  /** Mentions, broadcasts and references to channels, as they stand in the message. */
  mentions: string[];
}

/** Never shown: handed back to Concord when somebody presses something. */
const neverShown = ['value', 'action_id', 'block_id', 'callback_id'];
const control = /<([^<>]+)>/g;
const plainAddress = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>|]+/gi;
const bareAddress = /\bwww\.[^\s<>|]+/gi;
const bareMention = /(?<![\p{L}\p{N}.])@(?:here|channel|everyone)\b/giu;
const mentionElements = ['user', 'usergroup', 'broadcast', 'channel'];

/**
 * Finds what Slack would make a link or a mention of: control sequences (`<https://…|…>`, `<@…>`,
 * `<!channel>`, `<#…>`; dates are none), `url` of elements, elements of rich text, every address
 * with a scheme, and in text that is not `verbatim` also `www.…` and `@here`, which Slack would
 * expand there.
 *
 * @param messages as sent: `text` and `blocks`.
 */
export function messageEffects(messages: readonly object[]): MessageEffects {
  const links = new Set<string>();
  const mentions = new Set<string>();

  function readText(text: string, isExpanded: boolean): void {
    for (const [whole, inside = ''] of text.matchAll(control)) {
      if (/^[@#]|^!(?!date\^)/.test(inside)) mentions.add(whole);
      else if (!inside.startsWith('!')) links.add(withoutEntities(inside.split('|')[0] ?? ''));
    }
    const rest = text.replace(control, ' ');
    for (const [found] of rest.matchAll(plainAddress)) links.add(withoutEntities(found));
    if (!isExpanded) return;
    for (const [found] of rest.matchAll(bareAddress)) links.add(found);
    for (const [found] of rest.matchAll(bareMention)) mentions.add(found);
  }

  function visit(node: unknown): void {
    if (Array.isArray(node)) for (const each of node) visit(each);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { type, verbatim } = node as { type?: unknown; verbatim?: unknown };
    if (typeof type === 'string' && mentionElements.includes(type)) {
      mentions.add(JSON.stringify(node));
    }
    for (const [key, value] of Object.entries(node)) {
      if (neverShown.includes(key)) continue;
      if (typeof value !== 'string') visit(value);
      else if (key === 'url' || key.endsWith('_url')) links.add(value);
      else if (key !== 'type') readText(value, type === 'mrkdwn' && verbatim !== true);
    }
  }

  visit(messages);
  return { links: [...links], mentions: [...mentions] };
}

function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
