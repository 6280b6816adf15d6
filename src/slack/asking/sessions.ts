import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../observability/log.ts';

/** A conversation with Concord, as Slack lists it. */
export interface SessionPlace {
  channel: string;
  thread: string;
}

/**
 * Tells Slack where conversations stand, so that people find them again by their title and can
 * press Stop. Failing is without consequence.
 */
export interface Sessions {
  /** Concord is at work. @param title what a new conversation is called; null for Slack's own. */
  begin(place: SessionPlace, person: string, title: string | null): Promise<void>;
  /** The conversation is about something else since its question was edited. */
  rename(place: SessionPlace, title: string): Promise<void>;
  /** Concord waits for the person, if `begin` got through. */
  end(place: SessionPlace): Promise<void>;
}

export function createSessions({
  client,
  clock,
  log,
}: {
  client: WebClient;
  clock: Clock;
  log: Log;
}): Sessions {
  const begun = new Map<string, Promise<boolean>>();
  let quietUntil = 0;

  async function set(
    { channel, thread }: SessionPlace,
    status: 'processing' | 'active',
    about: { title?: string; initiator_user_id?: string } = {},
  ): Promise<boolean> {
    // In a rush of questions the answers matter more than where conversations stand.
    if (clock.now() < quietUntil) return false;
    try {
      const session = { channel_id: channel, thread_ts: thread, status, ...about };
      await client.agents.sessions.setStatus(session);
      return true;
    } catch (error) {
      if (error instanceof WebAPIRateLimitedError) {
        quietUntil = clock.now() + error.retryAfter * 1_000;
      }
      log.debug({ channel }, 'session-status-refused');
      return false;
    }
  }

  return {
    async begin(place, person, title) {
      const key = `${place.channel}:${place.thread}`;
      const beginning = set(place, 'processing', {
        initiator_user_id: person,
        ...(title === null ? {} : { title }),
      });
      begun.set(key, beginning);
      await beginning;
    },
    async rename({ channel, thread }, title) {
      try {
        await client.agents.sessions.rename({ channel_id: channel, thread_ts: thread, title });
      } catch {
        log.debug({ channel }, 'session-not-renamed');
      }
    },
    async end(place) {
      const key = `${place.channel}:${place.thread}`;
      const got = await begun.get(key);
      begun.delete(key);
      if (got === true) await set(place, 'active');
    },
  };
}
