import type { Inbox, NewInboxEvent } from '../../src/messaging/index.ts';
import type { Database } from '../../src/storage/database.ts';
import { createInbox } from '../../src/storage/inbox.ts';
import type { OpenDatabase } from './databases.ts';

/** An empty inbox and the clock it goes by. */
export interface OpenedInbox {
  inbox: Inbox;
  /** Stands still at `at`, ms, which may be set. */
  clock: { at: number; now(): number };
  dialect: Database['dialect'];
}

export async function openInbox(openDatabase: OpenDatabase): Promise<OpenedInbox> {
  const clock = { at: 1_000_000, now: () => clock.at };
  const database = await openDatabase();
  return { inbox: createInbox(database, clock), clock, dialect: database.dialect };
}

export const event = (
  eventId: string,
  conversation = 'C1:1',
  position = eventId,
): NewInboxEvent => ({
  eventId,
  conversation,
  position,
  person: 'U1',
  body: { text: `body of ${eventId}`, nested: [1, null, 'ü'] },
});

/** Claims for an owner until nothing is left to claim; the events' ids, in order. */
export async function claimAll(inbox: Inbox, owner = 'a'): Promise<string[]> {
  const ids: string[] = [];
  for (let next = await inbox.claim(owner, 100); next; next = await inbox.claim(owner, 100)) {
    ids.push(next.eventId);
  }
  return ids;
}
