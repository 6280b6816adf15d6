import type { Block } from '../state/messages.ts';

type RichTextElement = { type: string } & Record<string, unknown>;

const special =
  /<(?:@(?<user>[UW][A-Z0-9]+)|#(?<channel>[CDG][A-Z0-9]+)|!subteam\^(?<group>S[A-Z0-9]+)|!(?<range>here|channel|everyone)|(?<url>(?:https?|mailto|tel|slack):[^<>|]+))(?:\|(?<label>[^<>]*))?>|:(?<emoji>[a-z0-9_+-]+):/g;

const longestUrl = 3_000;

const withoutEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The element that markup stands for; null when it only looks like markup. */
function specialElement(parts: Record<string, string | undefined>): RichTextElement | null {
  const { user, channel, group, range, url: address, label, emoji } = parts;
  if (user !== undefined) return { type: 'user', user_id: user };
  if (channel !== undefined) return { type: 'channel', channel_id: channel };
  if (group !== undefined) return { type: 'usergroup', usergroup_id: group };
  if (range !== undefined) return { type: 'broadcast', range };
  if (emoji !== undefined) return { type: 'emoji', name: emoji };
  const url = withoutEntities(address ?? '');
  if (!URL.canParse(url) || url.length > longestUrl) return null;
  return { type: 'link', url, ...(label !== undefined && { text: withoutEntities(label) }) };
}

/**
 * The `rich_text` block that Slack's composer makes of what a person types.
 *
 * @param blockId missing where it stands in a form instead of a message.
 */
export function richTextFromText(text: string, blockId?: string): Block {
  const elements: RichTextElement[] = [];
  let end = 0;
  const addText = (to: number): void => {
    if (to > end) elements.push({ type: 'text', text: withoutEntities(text.slice(end, to)) });
  };
  for (const match of text.matchAll(special)) {
    const element = specialElement(match.groups ?? {});
    if (element === null) continue;
    addText(match.index);
    elements.push(element);
    end = match.index + match[0].length;
  }
  addText(text.length);
  return {
    type: 'rich_text',
    ...(blockId !== undefined && { block_id: blockId }),
    elements: [{ type: 'rich_text_section', elements }],
  };
}
