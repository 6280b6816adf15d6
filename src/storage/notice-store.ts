import { type Selectable, sql, type Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import {
  instantOf,
  type KeptReply,
  type Notice,
  type NoticeStore,
  type SessionReply,
} from '../notices/index.ts';
import type { Database, Db } from './database.ts';
import type { Schema } from './schema.ts';
import type { NoticesTable } from './schema-notices.ts';

type Row = Selectable<NoticesTable>;

/** Notices in the database; on PostgreSQL several processes may share them. */
export function createNoticeStore({ db, dialect }: Database, clock: Clock): NoticeStore {
  const read = (id: string) =>
    db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();

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

  return {
    add: (notice) => insert(db, notice),

    async find(id) {
      const row = await read(id);
      return row === undefined ? null : toNotice(row);
    },

    async change(id, change) {
      for (;;) {
        const row = await read(id);
        if (row === undefined) return null;
        const changed = change(toNotice(row));
        if (await replace(db, row, changed)) return changed;
      }
    },

    async unfold(id, change) {
      for (;;) {
        const row = await read(id);
        if (row === undefined) return null;
        const [changed, ...added] = change(toNotice(row));
        const isDone = await db.transaction().execute(async (transaction) => {
          if (!(await replace(transaction, row, changed))) return false;
          for (const one of added) await insert(transaction, one);
          return true;
        });
        if (isDone) return [changed, ...added];
      }
    },

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
      (await list(drafts().where('author', '=', author))).filter(({ isTemplate }) => !isTemplate),

    templates: async () => (await list(drafts())).filter(({ isTemplate }) => isTemplate),

    awaitingApproval: async () =>
      list(
        db
          .selectFrom('notices')
          .selectAll()
          .where('state', '=', 'awaiting-approval')
          .orderBy('changed_at')
          .orderBy('id'),
      ),

    sessionsFrom: async (from) =>
      list(
        db
          .selectFrom('notices')
          .selectAll()
          .where('state', '=', 'scheduled')
          .where('ends_at', '>', from)
          .orderBy('starts_at')
          .orderBy('id'),
      ),

    latest: async (limit) =>
      list(
        db
          .selectFrom('notices')
          .selectAll()
          .orderBy('changed_at', 'desc')
          .orderBy('id')
          .limit(limit),
      ),

    ofSeries: async (seriesId) =>
      list(
        db
          .selectFrom('notices')
          .selectAll()
          .where('series_id', '=', seriesId)
          .orderBy('starts_at')
          .orderBy('id'),
      ),

    reply: (noticeId, person, reply) =>
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
        return { before, after: await readReplies(transaction, noticeId) };
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

async function insert(db: Db | Transaction<Schema>, notice: Notice): Promise<void> {
  await db
    .insertInto('notices')
    .values({ ...toRow(notice), revision: 1 })
    .execute();
}

/** False when somebody else has changed it since it was read. */
async function replace(
  db: Db | Transaction<Schema>,
  { id, revision }: Row,
  changed: Notice,
): Promise<boolean> {
  const result = await db
    .updateTable('notices')
    .set({ ...toRow(changed), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

async function list(query: { execute(): Promise<Row[]> }): Promise<Notice[]> {
  return (await query.execute()).map(toNotice);
}

async function readReplies(db: Db | Transaction<Schema>, noticeId: string): Promise<KeptReply[]> {
  const rows = await db
    .selectFrom('notice_replies')
    .select(['person', 'reply', 'place'])
    .where('notice_id', '=', noticeId)
    .orderBy('place')
    .execute();
  return rows.map(({ person, reply, place }) => ({ person, reply: reply as SessionReply, place }));
}

function toRow(notice: Notice): Omit<Row, 'revision'> {
  const { id, state, author, seriesId, createdAt, changedAt, ...content } = notice;
  const { details } = notice;
  const times =
    details.kind === 'session'
      ? {
          starts_at: instantOf(details.start, details.zone),
          ends_at: instantOf(details.end, details.zone),
        }
      : { starts_at: null, ends_at: null };
  return {
    id,
    kind: details.kind,
    state,
    author,
    series_id: seriesId,
    ...times,
    notice_json: JSON.stringify(content),
    created_at: createdAt,
    changed_at: changedAt,
  };
}

function toNotice(row: Row): Notice {
  const content = JSON.parse(row.notice_json) as Omit<
    Notice,
    'id' | 'state' | 'author' | 'seriesId' | 'createdAt' | 'changedAt'
  >;
  return {
    ...content,
    id: row.id,
    state: row.state as Notice['state'],
    author: row.author,
    seriesId: row.series_id,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
