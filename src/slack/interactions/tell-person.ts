import type { RespondFn } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { MessageContent } from '../../messaging/index.ts';
import { escapeText } from '../blocks/markup.ts';
import type { WebClients } from '../web/web-clients.ts';
import type { Interaction } from './interaction.ts';

/**
 * Shows a message that only the person sees, below the one they acted on; in place of it where that
 * is one that they alone see.
 */
export async function showPerson(
  respond: RespondFn,
  { place }: Pick<Interaction, 'place'>,
  { text, blocks }: MessageContent,
  replaces: boolean,
): Promise<void> {
  await respond({
    text,
    // The builders of blocks make them valid; Slack's types know them as one great union.
    blocks: [...blocks] as KnownBlock[],
    unfurl_links: false,
    unfurl_media: false,
    response_type: 'ephemeral',
    replace_original: replaces,
    ...(place === null || place.thread === null ? {} : { thread_ts: place.thread }),
  });
}

/**
 * Says something that only the person sees: beside the message they acted on, or, where they acted
 * on no message, in their conversation with Concord.
 *
 * @param text plain.
 */
export async function tellPerson(
  { clients, respond }: { clients: WebClients; respond: RespondFn | null },
  { person, place }: Pick<Interaction, 'person' | 'place'>,
  text: string,
): Promise<void> {
  const content = { text: escapeText(text), unfurl_links: false, unfurl_media: false };
  if (respond === null || place === null) {
    await clients.writing.chat.postMessage({ ...content, channel: person });
    return;
  }
  await respond({
    ...content,
    response_type: 'ephemeral',
    replace_original: false,
    ...(place.thread === null ? {} : { thread_ts: place.thread }),
  });
}
