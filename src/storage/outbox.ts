import { randomUUID } from 'node:crypto';
import { type ExpressionBuilder, type Selectable, sql, type Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Outbox, OutboxTask, PlannedTask, TaskState } from '../notices/index.ts';
import type { Database, Db } from './database.ts';
import { longestLeaseMs } from './longest-lease.ts';
import { claimTask, isPlaceFree } from './outbox-claim.ts';
import type { Schema } from './schema.ts';
import type { NoticeTasksTable } from './schema-notices.ts';

type Row = Selectable<NoticeTasksTable>;

/** Well below SQLite's 32,766 parameters a statement. */
const tasksPerStatement = 500;

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
    async plan(noticeId, tasks, isPlanned) {
      await db.transaction().execute(async (transaction) => {
        const rows = await readTasks(transaction, noticeId);
        const now = clock.now();
        for (const row of rows) {
          if (row.state !== 'waiting' || !isPlanned(row.occasion)) continue;
          const wanted = tasks.find((task) => isSame(task, row));
          await moveOrDrop(transaction, row, wanted, now);
        }
        await insert(transaction, noticeId, tasks);
      });
    },

    add: async (noticeId, tasks) => insert(db, noticeId, tasks),

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

    renewTasks: async (noticeId, tasks) =>
      db.transaction().execute(async (transaction) => {
        await insert(transaction, noticeId, tasks);
        for (const { occasion, place, dueAt, uselessAt } of tasks) {
          await transaction
            .updateTable('notice_tasks')
            .where('notice_id', '=', noticeId)
            .where('occasion', '=', occasion)
            .where('place', '=', place)
            .set((row) => ({
              state: 'waiting',
              // Never as it was before, so that whoever has it in hand sees that it is wanted anew.
              renewals: row('renewals', '+', 1),
              due_at: dueAt,
              available_at: dueAt,
              useless_at: uselessAt,
              failures: 0,
              problem: null,
              finished_at: null,
            }))
            .execute();
        }
      }),

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
        if (removed !== undefined) await insert(transaction, removed.notice_id, tasks);
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

function isSame({ occasion, place }: PlannedTask, row: Row): boolean {
  return row.occasion === occasion && row.place === place;
}

async function readTasks(db: Db | Transaction<Schema>, noticeId: string): Promise<Row[]> {
  return db
    .selectFrom('notice_tasks')
    .selectAll()
    .where('notice_id', '=', noticeId)
    .orderBy('due_at')
    .orderBy('occasion')
    .orderBy('place')
    .execute();
}

/** A task that waits and is not in hand is as its plan says, or goes. */
async function moveOrDrop(
  db: Transaction<Schema>,
  { id, due_at, useless_at }: Row,
  wanted: PlannedTask | undefined,
  now: number,
): Promise<void> {
  const isFree = (row: ExpressionBuilder<Schema, 'notice_tasks'>) =>
    row.and([
      row('state', '=', 'waiting'),
      row.or([
        row('lease_until', 'is', null),
        row('lease_until', '<=', now),
        row('lease_until', '>', now + longestLeaseMs),
      ]),
    ]);
  if (wanted === undefined) {
    await db.deleteFrom('notice_tasks').where('id', '=', id).where(isFree).execute();
  } else if (wanted.dueAt !== due_at || wanted.uselessAt !== useless_at) {
    await db
      .updateTable('notice_tasks')
      .where('id', '=', id)
      .where(isFree)
      .set({ due_at: wanted.dueAt, available_at: wanted.dueAt, useless_at: wanted.uselessAt })
      .execute();
  }
}

async function insert(
  db: Db | Transaction<Schema>,
  noticeId: string,
  tasks: readonly PlannedTask[],
): Promise<void> {
  for (let start = 0; start < tasks.length; start += tasksPerStatement) {
    const rows = tasks.slice(start, start + tasksPerStatement).map((task) => ({
      id: randomUUID(),
      notice_id: noticeId,
      occasion: task.occasion,
      place: task.place,
      due_at: task.dueAt,
      available_at: task.dueAt,
      useless_at: task.uselessAt,
    }));
    await db
      .insertInto('notice_tasks')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['notice_id', 'occasion', 'place']).doNothing())
      .execute();
  }
}

function toTask(row: Row): OutboxTask {
  const { message_channel: channel, message_ts: messageId } = row;
  return {
    id: row.id,
    noticeId: row.notice_id,
    occasion: row.occasion,
    place: row.place,
    dueAt: row.due_at,
    uselessAt: row.useless_at,
    state: row.state as TaskState,
    failures: row.failures,
    renewals: row.renewals,
    message: channel === null || messageId === null ? null : { channel, messageId },
    problem: row.problem,
    finishedAt: row.finished_at,
  };
}
