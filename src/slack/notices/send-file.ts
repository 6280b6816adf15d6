import { MessageRejected } from '../../messaging/index.ts';
import type { DirectConversations } from '../direct-conversations.ts';
import { platformCodeOf } from '../web/messenger-error.ts';
import type { WebClients } from '../web/web-clients.ts';

/** A file that one person gets in their conversation with Concord. */
export interface FileForPerson {
  person: string;
  filename: string;
  /** Text is sent as UTF-8. */
  content: string | Uint8Array;
  /** Said with it; plain, without anything that others wrote. */
  comment: string;
}

/**
 * @throws {MessageRejected} Concord may not send files, as it was installed before it asked to.
 * @throws what Slack's client throws else, and the errors of `DirectConversations`.
 */
export async function sendFile(
  {
    clients,
    directConversations,
  }: { clients: WebClients; directConversations: DirectConversations },
  { person, filename, content, comment }: FileForPerson,
): Promise<void> {
  try {
    await clients.writing.filesUploadV2({
      channel_id: await directConversations.open(person),
      file: typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content),
      filename,
      initial_comment: comment,
    });
  } catch (error) {
    const code = platformCodeOf(error);
    if (code === 'missing_scope') throw new MessageRejected(code, false, error);
    throw error;
  }
}
