import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { toLookupError } from '../web/messenger-error.ts';
import { readUploadedFiles, type UploadedFile } from './uploaded-file.ts';

const replies = z.object({
  messages: z.array(z.looseObject({ ts: z.string(), files: z.array(z.unknown()).default([]) })),
});

/**
 * The files that came with the first message of a thread.
 *
 * @throws {MessengerUnavailable | MessageRateLimited} ask again later.
 */
export async function findThreadFiles(
  client: WebClient,
  { channel, thread }: { channel: string; thread: string },
): Promise<UploadedFile[]> {
  const found = await client.conversations
    .replies({ channel, ts: thread, limit: 1 })
    .catch((error: unknown) => {
      throw toLookupError(error);
    });
  const [root] = replies.parse(found).messages;
  return root?.ts === thread ? readUploadedFiles(root.files) : [];
}
