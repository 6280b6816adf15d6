import type { Selectable, Transaction } from 'kysely';
import { instantOf, type KeptReply, type Notice, type SessionReply } from '../notices/index.ts';
import type { Db } from './database.ts';
import type { Schema } from './schema.ts';
import type { NoticesTable } from './schema-notices.ts';

type Row = Selectable<NoticesTable>;

/** Adds a notice. @throws {Error} when there is one with this id already. */
export async function insertNotice(db: Db | Transaction<Schema>, notice: Notice): Promise<void> {
  await db
    .insertInto('notices')
    .values({ ...toRow(notice), revision: 1 })
    .execute();
}

/** Changes a notice; false when somebody else has changed it since it was read. */
export async function replaceNotice(
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

/** The notices that a query finds, in its order. */
export async function listNotices(query: { execute(): Promise<Row[]> }): Promise<Notice[]> {
  return (await query.execute()).map(toNotice);
}

/** In the order of their places. */
export async function readReplies(
  db: Db | Transaction<Schema>,
  noticeId: string,
): Promise<KeptReply[]> {
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

/** A notice as its row says. */
export function toNotice(row: Row): Notice {
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
