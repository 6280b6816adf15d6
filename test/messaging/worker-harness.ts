import { afterEach, expect } from 'vitest';
import {
  type ClaimedEvent,
  createInboxWorker,
  type Inbox,
  type InboxWorker,
  type InboxWorkerOptions,
} from '../../src/messaging/index.ts';
import { silentLog } from '../../src/observability/log.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createInbox } from '../../src/storage/inbox.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

export interface WorkerScene {
  inbox: Inbox;
  worker: InboxWorker;
  apologies: string[];
  database: Database;
}

/** A worker over an inbox in memory, stopped after the test. */
export async function openWorker(
  handle: (event: ClaimedEvent, signal: AbortSignal) => Promise<void>,
  options: Partial<InboxWorkerOptions> = {},
): Promise<WorkerScene> {
  const database = await openDatabase(':memory:');
  const clock = { now: () => Date.now() };
  const inbox = createInbox(database, clock);
  const apologies: string[] = [];
  const worker = createInboxWorker({
    inbox,
    handle,
    apologise: async (event) => void apologies.push(event.eventId),
    judge: () => 'again',
    clock,
    log: silentLog,
    owner: 'this',
    parallel: 3,
    leaseMs: 10_000,
    mostFailures: 3,
    mostAttempts: 5,
    mostAgeMs: 60_000,
    backOffMs: 1,
    mostBackOffMs: 5,
    mostHandleMs: 10_000,
    pollMs: 20,
    graceMs: 100,
    keepMs: 1_000,
    ...options,
  });
  closing.push(async () => {
    await worker.stop();
    await database.close();
  });
  return { inbox, worker, apologies, database };
}

export const add = (inbox: Inbox, eventId: string, conversation = eventId) =>
  inbox.add({ eventId, conversation, position: eventId, person: null, body: null });

export const untilDone = (inbox: Inbox) => expect.poll(() => inbox.countOpen()).toBe(0);
