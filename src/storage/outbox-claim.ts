import { type RawBuilder, type Selectable, sql } from 'kysely';
import { claimNext } from './claim-next.ts';
import type { Database } from './database.ts';
import { longestLeaseMs } from './longest-lease.ts';
import type { NoticeTasksTable } from './schema-notices.ts';

type Row = Selectable<NoticeTasksTable>;

/** That no other task of `t`'s place is in hand: a place gets its messages one after the other. */
export function isPlaceFree(now: number): RawBuilder<unknown> {
  return sql`
    (select 1 from notice_tasks as o
      where o.place = t.place and o.state = 'waiting' and o.lease_until > ${now}
        and o.lease_until <= ${now + longestLeaseMs} and o.id <> t.id
      limit 1) is null
  `;
}

function claimable(now: number): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`
    select t.id from notice_tasks as t
    where t.state = 'waiting' and t.available_at <= ${now}
      and (t.lease_until is null or t.lease_until <= ${now}
        or t.lease_until > ${now + longestLeaseMs})
      and ${isPlaceFree(now)}
    order by t.available_at, t.due_at, t.id limit 1
  `;
}

function take(owner: string, leaseUntil: number, which: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    update notice_tasks set lease_owner = ${owner}, lease_until = ${leaseUntil}
    where id = ${which} returning *
  `;
}

/** Takes up the next task, beside other processes that do the same. */
export async function claimTask(
  database: Database,
  now: number,
  owner: string,
  leaseMs: number,
): Promise<Row | null> {
  return claimNext(database, {
    claimable: claimable(now),
    alias: 't',
    lockShared: (id) => sql<{ locked: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(place, 1)) as locked
      from notice_tasks where id = ${id}
    `,
    recheck: (id) => sql`
      select 1 from notice_tasks as t where t.id = ${id} and ${isPlaceFree(now)}
    `,
    take: (id) => take(owner, now + leaseMs, id),
  });
}
