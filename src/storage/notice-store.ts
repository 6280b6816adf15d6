import { sql, type Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import {
  isPlanned,
  type NoticeStore,
  type OutboxTask,
  type PlannedTask,
  type SessionReply,
  type TasksToAdd,
} from '../notices/index.ts';
import type { Database, Db } from './database.ts';
import { insertNotice, listNotices, readReplies, replaceNotice, toNotice } from './notice-rows.ts';
import { addTasks, alignTasks, lockTasks, readTasks, renewTasks, toTask } from './outbox-tasks.ts';
import type { Schema } from './schema.ts';

/** Notices in the database; on PostgreSQL several processes may share them. */
export function createNoticeStore({ db, dialect }: Database, clock: Clock): NoticeStore {
  const read = (from: Db | Transaction<Schema>, id: string) =>
    from.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();

  /** Does it in a transaction, anew when somebody else was faster. */
  async function untilDone<Done>(
    work: (transaction: Transaction<Schema>) => Promise<Done | 'again'>,
  ): Promise<Done> {
    for (;;) {
      const done = await db.transaction().execute(work);
      if (done !== 'again') return done;
    }
  }

  const drafts = () =>
    db
      .selectFrom('notices')
      .selectAll()
      .where('state', '=', 'draft')
      .orderBy('changed_at', 'desc')
      .orderBy('id');

  /** Whoever changes the replies to a notice waits for those who do so already. */
  async function lock(transaction: Transaction<Schema>, noticeId: string): Promise<void> {
    if (dialect === 'sqlite') return;
    await sql`select 1 from notices where id = ${noticeId} for update`.execute(transaction);
  }

  /** Until the transaction ends, nobody takes up a task of the notice, or ends one. */
  async function hold(transaction: Transaction<Schema>, noticeId: string): Promise<void> {
    // On SQLite whoever has written keeps all others from writing.
    if (dialect !== 'sqlite') await lockTasks(transaction, noticeId);
  }

  const allTasks = async (transaction: Transaction<Schema>, id: string): Promise<OutboxTask[]> =>
    (await readTasks(transaction, id)).map(toTask);

  /** Brings what waits of a notice in line with a plan. */
  async function align(
    transaction: Transaction<Schema>,
    noticeId: string,
    tasks: readonly PlannedTask[],
  ): Promise<void> {
    await hold(transaction, noticeId);
    await alignTasks(transaction, noticeId, { tasks, isPlanned, now: clock.now() });
  }

  return {
    add: (notice) => insertNotice(db, notice),

    async find(id) {
      const row = await read(db, id);
      return row === undefined ? null : toNotice(row);
    },

    change: (id, change, followUp) =>
      untilDone(async (transaction) => {
        const row = await read(transaction, id);
        if (row === undefined) return null;
        const before = toNotice(row);
        const after = change(before);
        if (!(await replaceNotice(transaction, row, after))) return 'again';
        if (followUp === undefined) return after;
        if (followUp.plan === undefined) await hold(transaction, id);
        else await align(transaction, id, followUp.plan(after));
        const tasks = await allTasks(transaction, id);
        const replies = await readReplies(transaction, id);
        await addAll(transaction, id, followUp.tell({ before, after, tasks, replies }));
        return after;
      }),

    unfold: (id, change, plan) =>
      untilDone(async (transaction) => {
        const row = await read(transaction, id);
        if (row === undefined) return null;
        const all = change(toNotice(row));
        const [changed, ...added] = all;
        if (!(await replaceNotice(transaction, row, changed))) return 'again';
        for (const one of added) await insertNotice(transaction, one);
        if (plan !== undefined) for (const one of all) await align(transaction, one.id, plan(one));
        return all;
      }),

    async remove(id) {
      await db
        .deleteFrom('notices')
        .where('id', '=', id)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('notice_tasks')
                .select('id')
                .where('notice_id', '=', id)
                .where('state', '=', 'sent'),
            ),
          ),
        )
        .execute();
    },

    draftsOf: async (author) =>
      (await listNotices(drafts().where('author', '=', author))).filter(
        ({ isTemplate }) => !isTemplate,
      ),

    templates: async () => (await listNotices(drafts())).filter(({ isTemplate }) => isTemplate),

    awaitingApproval: async () =>
      listNotices(
        db
          .selectFrom('notices')
          .selectAll()
          .where('state', '=', 'awaiting-approval')
          .orderBy('changed_at')
          .orderBy('id'),
      ),

    sessionsFrom: async (from) =>
      listNotices(
        db
          .selectFrom('notices')
          .selectAll()
          .where('state', '=', 'scheduled')
          .where('ends_at', '>', from)
          .orderBy('starts_at')
          .orderBy('id'),
      ),

    latest: async (limit) =>
      listNotices(
        db
          .selectFrom('notices')
          .selectAll()
          .orderBy('changed_at', 'desc')
          .orderBy('id')
          .limit(limit),
      ),

    ofSeries: async (seriesId) =>
      listNotices(
        db
          .selectFrom('notices')
          .selectAll()
          .where('series_id', '=', seriesId)
          .orderBy('starts_at')
          .orderBy('id'),
      ),

    reply: (noticeId, person, reply, tell) =>
      db.transaction().execute(async (transaction) => {
        await lock(transaction, noticeId);
        const before = await readReplies(transaction, noticeId);
        const known = before.find((one) => one.person === person);
        const last = before.reduce((most, { place }) => Math.max(most, place), 0);
        // Whoever changes their mind asks anew, at the end.
        const place = known?.reply === reply ? known.place : last + 1;
        const values = { reply, place, replied_at: clock.now() };
        await transaction
          .insertInto('notice_replies')
          .values({ notice_id: noticeId, person, ...values })
          .onConflict((conflict) => conflict.columns(['notice_id', 'person']).doUpdateSet(values))
          .execute();
        const changed = { before, after: await readReplies(transaction, noticeId) };
        if (tell !== undefined) {
          await hold(transaction, noticeId);
          const tasks = await allTasks(transaction, noticeId);
          await addAll(transaction, noticeId, tell(changed, tasks));
        }
        return changed;
      }),

    replies: (noticeId) => readReplies(db, noticeId),

    async repliesOf(person) {
      const rows = await db
        .selectFrom('notice_replies')
        .select(['notice_id', 'reply'])
        .where('person', '=', person)
        .execute();
      return new Map(rows.map((row) => [row.notice_id, row.reply as SessionReply]));
    },

    async forgetPerson(person) {
      await db.deleteFrom('notice_replies').where('person', '=', person).execute();
    },
  };
}

async function addAll(
  transaction: Transaction<Schema>,
  noticeId: string,
  { add, renew }: TasksToAdd,
): Promise<void> {
  await renewTasks(transaction, noticeId, renew);
  await addTasks(transaction, noticeId, add);
}
