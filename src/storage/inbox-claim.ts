import { type RawBuilder, type Selectable, sql } from 'kysely';
import { claimNext } from './claim-next.ts';
import type { Database } from './database.ts';
import type { InboxEventsTable } from './schema.ts';

type Row = Selectable<InboxEventsTable>;

/**
 * That no other event of `e`'s conversation is in hand, and none is open and to be handled before
 * `e`. Two looks into the index answer it, however many events the conversation has: PostgreSQL
 * would join `not exists`, and compare each event of a conversation with each other.
 */
export function isUnblocked(now: number): RawBuilder<unknown> {
  return sql`
    (select 1 from inbox_events as o
      where o.conversation = e.conversation and o.state = 'pending'
        and (o.position, o.event_id) < (e.position, e.event_id) limit 1) is null
    and (select 1 from inbox_events as o
      where o.conversation = e.conversation and o.state = 'processing' and o.event_id <> e.event_id
        and (o.lease_until > ${now} or (o.position, o.event_id) < (e.position, e.event_id))
      limit 1) is null
  `;
}

function claimable(now: number): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`
    select e.event_id as id from inbox_events as e
    where ((e.state = 'pending' and e.available_at <= ${now})
        or (e.state = 'processing' and e.lease_until <= ${now}))
      and ${isUnblocked(now)}
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

/** Takes up the next event, beside other processes that do the same. */
export async function claimEvent(
  database: Database,
  now: number,
  owner: string,
  leaseMs: number,
): Promise<Row | null> {
  return claimNext(database, {
    claimable: claimable(now),
    alias: 'e',
    // Another event of the conversation may have been its next, when an earlier one arrived late.
    lockShared: (id) => sql<{ locked: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(conversation, 0)) as locked
      from inbox_events where event_id = ${id}
    `,
    recheck: (id) => sql`
      select 1 from inbox_events as e where e.event_id = ${id} and ${isUnblocked(now)}
    `,
    take: (id) => take(owner, now + leaseMs, id),
  });
}
