import { z } from 'zod';

const stoppedBody = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().min(1),
  event: z.object({
    type: z.literal('agent_session_stopped'),
    channel: z.string().min(1),
    user: z.string().min(1),
    thread_ts: z.string().regex(/^\d+\.\d+$/),
  }),
});

/** Somebody pressed Stop. */
export interface StoppedSession {
  eventId: string;
  channel: string;
  thread: string;
  user: string;
}

export function readStoppedSession(body: unknown): StoppedSession | null {
  const parsed = stoppedBody.safeParse(body);
  if (!parsed.success) return null;
  const { channel, thread_ts: thread, user } = parsed.data.event;
  return { eventId: parsed.data.event_id, channel, thread, user };
}
