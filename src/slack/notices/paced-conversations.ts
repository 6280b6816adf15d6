import type { Clock } from '../../clock.ts';
import { createTurns, MessageRateLimited, type Rate } from '../../messaging/index.ts';
import { createDirectConversations, type DirectConversations } from '../direct-conversations.ts';
import type { WebClients } from '../web/web-clients.ts';

/**
 * Direct conversations for messages to many people, opened no faster than Slack lets them be: whoever
 * asks for one before its turn is put off with `MessageRateLimited`. So is who meets Slack's own
 * limit, where the client for reading would keep everybody waiting.
 */
export function createPacedConversations(
  { writing }: WebClients,
  options: { clock: Clock; rate: Rate },
): DirectConversations {
  const conversations = createDirectConversations({ reading: writing, writing });
  const turns = createTurns(options);
  const opened = new Set<string>();
  return {
    async open(person) {
      const wait = opened.has(person) ? 0 : turns.waitOf(person);
      if (wait > 0) throw new MessageRateLimited(wait);
      turns.end(person);
      const channel = await conversations.open(person);
      opened.add(person);
      return channel;
    },
  };
}
