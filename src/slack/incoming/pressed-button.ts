import { z } from 'zod';

/** What Slack tells of any press of a button in a message. */
export const pressFields = {
  type: z.literal('block_actions'),
  user: z.object({ id: z.string().min(1) }),
  trigger_id: z.string().min(1),
  response_url: z.string().min(1),
  channel: z.object({ id: z.string().min(1) }),
};

const timestamp = z.string().regex(/^\d+\.\d+$/);

/** The message under which it is, where others see it, too. */
export const pressedMessage = z.looseObject({ ts: timestamp, thread_ts: timestamp.optional() });
