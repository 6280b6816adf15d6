import { z } from 'zod';
import type { Log } from '../../observability/log.ts';
import type { WebClients } from '../web/web-clients.ts';

/**
 * How Concord stands to a conversation: it can write there; it could after an invitation; or nobody
 * else could read it there, for it is a direct message.
 */
export type ChannelStanding = 'member' | 'not-member' | 'direct';

export type FindChannelStanding = (channel: string) => Promise<ChannelStanding>;

const info = z.object({
  channel: z.object({
    is_im: z.boolean().optional(),
    is_mpim: z.boolean().optional(),
    is_member: z.boolean().optional(),
    is_archived: z.boolean().optional(),
  }),
});

/** Never throws: what cannot be found out counts as a conversation that Concord is not in. */
export function createFindChannelStanding({ reading }: WebClients, log: Log): FindChannelStanding {
  return async (channel) => {
    if (channel.startsWith('D')) return 'direct';
    try {
      const found = info.parse(await reading.conversations.info({ channel })).channel;
      if (found.is_im === true) return 'direct';
      return found.is_member === true && found.is_archived !== true ? 'member' : 'not-member';
    } catch {
      log.debug({ channel }, 'channel-standing-unknown');
      return 'not-member';
    }
  };
}
