import { z } from 'zod';
import { toLookupError } from './web/messenger-error.ts';
import type { WebClients } from './web/web-clients.ts';

/** Finds, or opens, the conversation between a person and Concord. */
export interface DirectConversations {
  /**
   * @returns its channel.
   * @throws {MessageRejected} there can be none, as with somebody who has left.
   * @throws {MessengerUnavailable | MessageRateLimited} try again later.
   */
  open(person: string): Promise<string>;
}

const opened = z.object({ channel: z.object({ id: z.string().min(1) }) });
const mostRemembered = 5_000;

export function createDirectConversations({ reading }: WebClients): DirectConversations {
  const known = new Map<string, string>();
  return {
    async open(person) {
      const remembered = known.get(person);
      if (remembered !== undefined) return remembered;
      try {
        const { channel } = opened.parse(await reading.conversations.open({ users: person }));
        if (known.size >= mostRemembered) known.clear();
        known.set(person, channel.id);
        return channel.id;
      } catch (error) {
        throw toLookupError(error);
      }
    },
  };
}
