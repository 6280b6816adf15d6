import { type Selectable, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { ClaimedEvent, Inbox } from '../messaging/index.ts';
import type { Database } from './database.ts';
import { claimEvent, isUnblocked } from './inbox-claim.ts';
import type { InboxEventsTable } from './schema.ts';

type Row = Selectable<InboxEventsTable>;

/** Inbox in the database; on PostgreSQL several processes may share it. */
export function createInbox(database: Database, clock: Clock): Inbox {
  const { db } = database;

  const held = (eventId: string, owner: string) =>
    db
      .updateTable('inbox_events')
      .where('event_id', '=', eventId)
      .where('state', '=', 'processing')
      .where('lease_owner', '=', owner)
      .set({ lease_owner: null, lease_until: null });

  const askToStop = (conversation: string) =>
    db
      .updateTable('inbox_events')
      .where('conversation', '=', conversation)
      .set((row) => ({
        stop_requested_at: row.fn.coalesce('stop_requested_at', row.val(clock.now())),
      }));

  return {
    async add(event) {
      const now = clock.now();
      const result = await db
        .insertInto('inbox_events')
        .values({
          event_id: event.eventId,
          conversation: event.conversation,
          position: event.position,
          person: event.person,
          body_json: JSON.stringify(event.body ?? null),
          received_at: now,
          available_at: now,
        })
        .onConflict((conflict) => conflict.column('event_id').doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },

    async claim(owner, leaseMs) {
      const row = await claimEvent(database, clock.now(), owner, leaseMs);
      return row === null ? null : toEvent(row);
    },

    async renew(owner, leaseMs) {
      await db
        .updateTable('inbox_events')
        .where('state', '=', 'processing')
        .where('lease_owner', '=', owner)
        .set({ lease_until: clock.now() + leaseMs })
        .execute();
    },

    async finish(eventId, owner) {
      await held(eventId, owner)
        .set({ state: 'done', body_json: 'null', finished_at: clock.now(), last_error: null })
        .execute();
    },

    async putBack(eventId, owner, { availableAt, reason, counts }) {
      await held(eventId, owner)
        .set((row) => ({
          state: 'pending',
          available_at: availableAt,
          last_error: reason,
          failures: row('failures', '+', counts ? 1 : 0),
          attempts: row('attempts', '-', counts ? 0 : 1),
        }))
        .execute();
    },

    async giveUp(eventId, owner, reason) {
      await held(eventId, owner)
        .set({ state: 'failed', finished_at: clock.now(), last_error: reason })
        .execute();
    },

    async release(owner) {
      await db
        .updateTable('inbox_events')
        .where('state', '=', 'processing')
        .where('lease_owner', '=', owner)
        .set((row) => ({
          state: 'pending',
          lease_owner: null,
          lease_until: null,
          attempts: row('attempts', '-', 1),
        }))
        .execute();
    },

    async nextDue() {
      const now = clock.now();
      const { rows } = await sql<{ due: number | null }>`
        select min(case when e.state = 'pending' then e.available_at else e.lease_until end) as due
        from inbox_events as e
        where e.state in ('pending', 'processing') and ${isUnblocked(now)}
      `.execute(db);
      return rows[0]?.due ?? null;
    },

    async requestStop(conversation) {
      const result = await askToStop(conversation)
        .where('state', 'in', ['pending', 'processing'])
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },

    async stopRequests(owner) {
      const rows = await db
        .selectFrom('inbox_events')
        .select('event_id')
        .where('state', '=', 'processing')
        .where('lease_owner', '=', owner)
        .where('stop_requested_at', 'is not', null)
        .execute();
      return rows.map((row) => row.event_id);
    },

    async withdraw(conversation, position) {
      const result = await db
        .updateTable('inbox_events')
        .where('conversation', '=', conversation)
        .where('position', '=', position)
        .where('state', '=', 'pending')
        .set({ state: 'done', body_json: 'null', finished_at: clock.now(), last_error: null })
        .executeTakeFirst();
      await askToStop(conversation)
        .where('position', '=', position)
        .where('state', '=', 'processing')
        .execute();
      return result.numUpdatedRows > 0;
    },

    async hasOpen(conversation) {
      const row = await db
        .selectFrom('inbox_events')
        .select('event_id')
        .where('conversation', '=', conversation)
        .where('state', 'in', ['pending', 'processing'])
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async countOpen() {
      const row = await db
        .selectFrom('inbox_events')
        .select((count) => count.fn.countAll<number>().as('open'))
        .where('state', 'in', ['pending', 'processing'])
        .executeTakeFirstOrThrow();
      return Number(row.open);
    },

    async forgetFinished(before) {
      const result = await db
        .deleteFrom('inbox_events')
        .where('state', 'in', ['done', 'failed'])
        .where('finished_at', '<', before)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

function toEvent(row: Row): ClaimedEvent {
  return {
    eventId: row.event_id,
    conversation: row.conversation,
    position: row.position,
    person: row.person,
    body: JSON.parse(row.body_json),
    receivedAt: row.received_at,
    attempts: row.attempts,
    failures: row.failures,
    stopRequested: row.stop_requested_at !== null,
  };
}
