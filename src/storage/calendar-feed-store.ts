import type { Selectable } from 'kysely';
import type { CalendarFeed, CalendarFeedStore } from '../notices/index.ts';
import { audienceSchema } from '../people/index.ts';
import type { Db } from './database.ts';
import type { CalendarFeedsTable } from './schema-notices.ts';

/** Calendar feeds in the database. */
export function createCalendarFeedStore(db: Db): CalendarFeedStore {
  return {
    async add({ id, audience, person, createdAt, revokedAt }, tokenHash) {
      await db
        .insertInto('calendar_feeds')
        .values({
          id,
          token_hash: tokenHash,
          audience,
          person,
          created_at: createdAt,
          revoked_at: revokedAt,
        })
        .execute();
    },

    async findByHash(tokenHash) {
      const row = await db
        .selectFrom('calendar_feeds')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row === undefined ? null : feedOf(row);
    },

    async list() {
      const rows = await db
        .selectFrom('calendar_feeds')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(feedOf);
    },

    async revoke(id, at) {
      const result = await db
        .updateTable('calendar_feeds')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0;
    },

    async ofPerson(person) {
      const rows = await db
        .selectFrom('calendar_feeds')
        .selectAll()
        .where('person', '=', person)
        .where('revoked_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(feedOf);
    },
  };
}

function feedOf(row: Selectable<CalendarFeedsTable>): CalendarFeed {
  return {
    id: row.id,
    audience: row.audience === null ? null : audienceSchema.parse(row.audience),
    person: row.person,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  };
}
