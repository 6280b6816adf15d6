import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Outbox } from '../notices/index.ts';
import type { Database } from './database.ts';
import { longestLeaseMs } from './longest-lease.ts';
import { claimTask, isPlaceFree } from './outbox-claim.ts';
import { addTasks, alignTasks, readTasks, renewTasks, toTask } from './outbox-tasks.ts';

/** Outbox in the database; on PostgreSQL several processes may share it. */
export function createOutbox(database: Database, clock: Clock): Outbox {
  const { db } = database;

  const held = (id: string, owner: string) =>
    db
      .updateTable('notice_tasks')
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .where('lease_owner', '=', owner)
      .set({ lease_owner: null, lease_until: null });

  return {
    plan: (noticeId, tasks, isPlanned) =>
      db
        .transaction()
        .execute((transaction) =>
          alignTasks(transaction, noticeId, { tasks, isPlanned, now: clock.now() }),
        ),

    add: async (noticeId, tasks) => addTasks(db, noticeId, tasks),

    async claim(owner, leaseMs) {
      const row = await claimTask(database, clock.now(), owner, leaseMs);
      return row === null ? null : toTask(row);
    },

    async renew(owner, leaseMs) {
      await db
        .updateTable('notice_tasks')
        .where('state', '=', 'waiting')
        .where('lease_owner', '=', owner)
        .set({ lease_until: clock.now() + leaseMs })
        .execute();
    },

    renewTasks: (noticeId, tasks) =>
      db.transaction().execute((transaction) => renewTasks(transaction, noticeId, tasks)),

    async retryFailed(noticeId, occasion) {
      const now = clock.now();
      const retried = await db
        .updateTable('notice_tasks')
        .where('notice_id', '=', noticeId)
        .where('occasion', '=', occasion)
        .where('state', '=', 'failed')
        .set((row) => ({
          state: 'waiting',
          renewals: row('renewals', '+', 1),
          due_at: now,
          available_at: now,
          failures: 0,
          problem: null,
          finished_at: null,
        }))
        .executeTakeFirst();
      return Number(retried.numUpdatedRows);
    },

    async finish({ id, renewals }, owner, end) {
      const known =
        end.state === 'sent'
          ? {
              message_channel: end.message.channel,
              message_ts: end.message.messageId,
              problem: end.doubt ?? null,
            }
          : { problem: end.problem };
      const finished = await held(id, owner)
        .where('renewals', '=', renewals)
        .set({ state: end.state, finished_at: clock.now(), ...known })
        .executeTakeFirst();
      if (finished.numUpdatedRows === 0n) await held(id, owner).execute();
    },

    async replace(id, owner, tasks) {
      await db.transaction().execute(async (transaction) => {
        const removed = await transaction
          .deleteFrom('notice_tasks')
          .where('id', '=', id)
          .where('state', '=', 'waiting')
          .where('lease_owner', '=', owner)
          .returning('notice_id')
          .executeTakeFirst();
        if (removed !== undefined) await addTasks(transaction, removed.notice_id, tasks);
      });
    },

    async putBack(id, owner, { availableAt, problem }) {
      await held(id, owner)
        .set((row) => ({
          available_at: availableAt,
          problem,
          failures: row('failures', '+', 1),
        }))
        .execute();
    },

    async release(owner) {
      await db
        .updateTable('notice_tasks')
        .where('state', '=', 'waiting')
        .where('lease_owner', '=', owner)
        .set({ lease_owner: null, lease_until: null })
        .execute();
    },

    async nextDue() {
      const now = clock.now();
      const { rows } = await sql<{ due: number | null }>`
        select min(case when t.lease_until is null or t.lease_until < t.available_at
          or t.lease_until > ${now + longestLeaseMs}
          then t.available_at else t.lease_until end) as due
        from notice_tasks as t where t.state = 'waiting' and ${isPlaceFree(now)}
      `.execute(db);
      return rows[0]?.due ?? null;
    },

    of: async (noticeId) => (await readTasks(db, noticeId)).map(toTask),
  };
}
