import { randomUUID } from 'node:crypto';
import type { ExpressionBuilder, Selectable, Transaction } from 'kysely';
import type { OutboxTask, PlannedTask, TaskState } from '../notices/index.ts';
import type { Db } from './database.ts';
import { longestLeaseMs } from './longest-lease.ts';
import type { Schema } from './schema.ts';
import type { NoticeTasksTable } from './schema-notices.ts';

type Row = Selectable<NoticeTasksTable>;

/** Well below SQLite's 32,766 parameters a statement. */
const tasksPerStatement = 500;

/** As `Outbox.plan`. @param wanted `now`: UTC ms. */
export async function alignTasks(
  transaction: Transaction<Schema>,
  noticeId: string,
  wanted: {
    tasks: readonly PlannedTask[];
    isPlanned(occasion: string): boolean;
    now: number;
  },
): Promise<void> {
  const { tasks, now } = wanted;
  for (const row of await readTasks(transaction, noticeId)) {
    if (row.state !== 'waiting' || !wanted.isPlanned(row.occasion)) continue;
    const plan = tasks.find((task) => isSame(task, row));
    await moveOrDrop(transaction, row, plan, now);
  }
  await addTasks(transaction, noticeId, tasks);
}

/** As `Outbox.renewTasks`. */
export async function renewTasks(
  transaction: Transaction<Schema>,
  noticeId: string,
  tasks: readonly PlannedTask[],
): Promise<void> {
  await addTasks(transaction, noticeId, tasks);
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
}

function isSame({ occasion, place }: PlannedTask, row: Row): boolean {
  return row.occasion === occasion && row.place === place;
}

/** Keeps those of a notice from being taken up or ended until the transaction ends, on PostgreSQL. */
export async function lockTasks(transaction: Transaction<Schema>, noticeId: string): Promise<void> {
  await transaction
    .selectFrom('notice_tasks')
    .select('id')
    .where('notice_id', '=', noticeId)
    // All who lock several lock them in the same order.
    .orderBy('due_at')
    .orderBy('occasion')
    .orderBy('place')
    .forUpdate()
    .execute();
}

/** All of a notice, by due time, then occasion and place. */
export async function readTasks(db: Db | Transaction<Schema>, noticeId: string): Promise<Row[]> {
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

/** Adds tasks; those that are known stay as they are. */
export async function addTasks(
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

/** A task as its row says. */
export function toTask(row: Row): OutboxTask {
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
