import type { Selectable } from 'kysely';
import type {
  Feedback,
  FeedbackReason,
  FeedbackStore,
  FeedbackVerdict,
} from '../answering/index.ts';
import type { Db } from './database.ts';
import type { FeedbackTable } from './schema.ts';

/** Feedback in the database. */
export function createFeedbackStore(db: Db): FeedbackStore {
  return {
    async save(feedback) {
      const { verdict, reason, citation, note } = feedback;
      const judged = { verdict, reason, citation, note, given_at: feedback.givenAt };
      const person = { exchange_id: feedback.exchangeId, person: feedback.person };
      return db.transaction().execute(async (transaction) => {
        const exchange = await transaction
          .selectFrom('exchanges')
          .select('id')
          .where('id', '=', feedback.exchangeId)
          .executeTakeFirst();
        if (exchange === undefined) return false;
        await transaction
          .insertInto('feedback')
          .values({ ...person, ...judged })
          .onConflict((conflict) => conflict.columns(['exchange_id', 'person']).doUpdateSet(judged))
          .execute();
        return true;
      });
    },

    async find(exchangeId, person) {
      const row = await db
        .selectFrom('feedback')
        .selectAll()
        .where('exchange_id', '=', exchangeId)
        .where('person', '=', person)
        .executeTakeFirst();
      return row === undefined ? null : feedbackOf(row);
    },

    async since(instant) {
      const rows = await db
        .selectFrom('feedback')
        .selectAll()
        .where('given_at', '>=', instant)
        .orderBy('given_at')
        .orderBy('exchange_id')
        .orderBy('person')
        .execute();
      return rows.map(feedbackOf);
    },
  };
}

function feedbackOf(row: Selectable<FeedbackTable>): Feedback {
  return {
    exchangeId: row.exchange_id,
    person: row.person,
    verdict: row.verdict as FeedbackVerdict,
    reason: row.reason as FeedbackReason | null,
    citation: row.citation,
    note: row.note,
    givenAt: row.given_at,
  };
}
