import type { Block } from '../state/messages.ts';

type RichTextElement = { type: string } & Record<string, unknown>;

const special = /<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>|:([a-z0-9_+-]+):/g;

const withoutEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function specialElement(match: RegExpExecArray): RichTextElement {
  const [, sigil, target = '', label, emoji] = match;
  if (emoji !== undefined) return { type: 'emoji', name: emoji };
  if (sigil === '@') return { type: 'user', user_id: target };
  if (sigil === '#') return { type: 'channel', channel_id: target };
  if (sigil === '!' && target.startsWith('subteam^')) {
    return { type: 'usergroup', usergroup_id: target.slice('subteam^'.length) };
  }
  if (sigil === '!') return { type: 'broadcast', range: target };
  const url = withoutEntities(target);
  return label === undefined
    ? { type: 'link', url }
    : { type: 'link', url, text: withoutEntities(label) };
}

/** The `rich_text` block that Slack's composer sends along with what a person types. */
export function richTextFromText(text: string, blockId: string): Block {
  const elements: RichTextElement[] = [];
  let end = 0;
  for (const match of text.matchAll(special)) {
    if (match.index > end) {
      elements.push({ type: 'text', text: withoutEntities(text.slice(end, match.index)) });
    }
    elements.push(specialElement(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) elements.push({ type: 'text', text: withoutEntities(text.slice(end)) });
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_section', elements }],
  };
}
