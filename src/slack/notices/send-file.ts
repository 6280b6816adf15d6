import type { DirectConversations } from '../direct-conversations.ts';
import type { WebClients } from '../web/web-clients.ts';

/** A file that one person gets in their conversation with Concord. */
export interface FileForPerson {
  person: string;
  filename: string;
  content: string;
  /** Said with it; plain, without anything that others wrote. */
  comment: string;
}

/** @throws what Slack's client throws, and the errors of `DirectConversations`. */
export async function sendFile(
  {
    clients,
    directConversations,
  }: { clients: WebClients; directConversations: DirectConversations },
  { person, filename, content, comment }: FileForPerson,
): Promise<void> {
  await clients.writing.filesUploadV2({
    channel_id: await directConversations.open(person),
    file: Buffer.from(content, 'utf8'),
    filename,
    initial_comment: comment,
  });
}
