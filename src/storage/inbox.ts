import { type RawBuilder, type Selectable, sql, type Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import type { ClaimedEvent, Inbox } from '../messaging/index.ts';
import type { Database, Db } from './database.ts';
import type { InboxEventsTable, Schema } from './schema.ts';

type Row = Selectable<InboxEventsTable>;

/** Inbox in the database; on PostgreSQL several processes may share it. */
export function createInbox(database: Database, clock: Clock): Inbox {
  const { db, dialect } = database;
  const claimOn = dialect === 'postgres' ? claimOnPostgres : claimOnSqlite;

  const held = (eventId: string, owner: string) =>
    db
      .updateTable('inbox_events')
      .where('event_id', '=', eventId)
      .where('state', '=', 'processing')
      .where('lease_owner', '=', owner)
      .set({ lease_owner: null, lease_until: null });

  return {
    async add(event) {
      const now = clock.now();
      const result = await db
        .insertInto('inbox_events')
        .values({
          event_id: event.eventId,
          conversation: event.conversation,
          position: event.position,
          body_json: JSON.stringify(event.body ?? null),
          received_at: now,
          available_at: now,
        })
        .onConflict((conflict) => conflict.column('event_id').doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },

    async claim(owner, leaseMs) {
      const row = await claimOn(db, clock.now(), owner, leaseMs);
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
        where e.state in ('pending', 'processing') and not exists (${blockers(now)})
      `.execute(db);
      return rows[0]?.due ?? null;
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

/** Other events of `e`'s conversation that are in hand, or open and to be handled before `e`. */
function blockers(now: number): RawBuilder<unknown> {
  return sql`
    select 1 from inbox_events as o
    where o.conversation = e.conversation and o.event_id <> e.event_id
      and ((o.state = 'processing' and o.lease_until > ${now})
        or (o.state in ('pending', 'processing')
          and (o.position < e.position or (o.position = e.position and o.event_id < e.event_id))))
  `;
}

function claimable(now: number): RawBuilder<unknown> {
  return sql`
    select e.event_id from inbox_events as e
    where ((e.state = 'pending' and e.available_at <= ${now})
        or (e.state = 'processing' and e.lease_until <= ${now}))
      and not exists (${blockers(now)})
    order by e.received_at, e.position, e.event_id limit 1
  `;
}

function take(owner: string, leaseUntil: number, which: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    update inbox_events
    set state = 'processing', lease_owner = ${owner}, lease_until = ${leaseUntil},
      attempts = attempts + 1
    where event_id = ${which} returning *
  `;
}

async function claimOnSqlite(
  db: Db,
  now: number,
  owner: string,
  leaseMs: number,
): Promise<Row | null> {
  const { rows } = await take(owner, now + leaseMs, sql`(${claimable(now)})`).execute(db);
  return rows[0] ?? null;
}

async function claimOnPostgres(
  db: Db,
  now: number,
  owner: string,
  leaseMs: number,
): Promise<Row | null> {
  return db.transaction().execute(async (transaction) => {
    const candidate = await sql<{ event_id: string }>`
      ${claimable(now)} for update of e skip locked
    `.execute(transaction);
    const eventId = candidate.rows[0]?.event_id;
    if (eventId === undefined) return null;
    if (!(await ownsConversation(transaction, eventId, now))) return null;
    const { rows } = await take(owner, now + leaseMs, sql`${eventId}`).execute(transaction);
    return rows[0] ?? null;
  });
}

/**
 * Two processes may each have seen another event of one conversation as its next, when an earlier
 * one arrived late. The lock lets one of them go on, the second look is taken behind it.
 */
async function ownsConversation(
  transaction: Transaction<Schema>,
  eventId: string,
  now: number,
): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(conversation, 0)) as locked
    from inbox_events where event_id = ${eventId}
  `.execute(transaction);
  if (rows[0]?.locked !== true) return false;
  const blocked = await sql`
    select 1 from inbox_events as e where e.event_id = ${eventId} and exists (${blockers(now)})
  `.execute(transaction);
  return blocked.rows.length === 0;
}

function toEvent(row: Row): ClaimedEvent {
  return {
    eventId: row.event_id,
    conversation: row.conversation,
    position: row.position,
    body: JSON.parse(row.body_json),
    receivedAt: row.received_at,
    attempts: row.attempts,
    failures: row.failures,
  };
}
