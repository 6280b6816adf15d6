import type { RespondFn } from '@slack/bolt';
import { escapeText } from '../blocks/markup.ts';
import type { WebClients } from '../web/web-clients.ts';
import type { Interaction } from './interaction.ts';

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
