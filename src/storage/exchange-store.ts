import type { Selectable } from 'kysely';
import { beginRun, type Exchange, type ExchangeStore } from '../answering/index.ts';
import type { Audience } from '../people/index.ts';
import type { Db } from './database.ts';
import { readAnswer } from './read-answer.ts';
import type { ExchangesTable } from './schema.ts';

/** Exchanges in the database. Saving under a known id keeps the first exchange. */
export function createExchangeStore(db: Db): ExchangeStore {
  return {
    async save(exchange) {
      await db
        .insertInto('exchanges')
        .values({
          id: exchange.id,
          conversation: exchange.conversation,
          question: exchange.question,
          standalone_question: exchange.standaloneQuestion,
          audiences_json: JSON.stringify(exchange.audiences),
          answer_json: JSON.stringify(exchange.answer),
          confidence: exchange.confidence,
          asked_at: exchange.askedAt,
          duration_ms: exchange.durationMs,
          asker: exchange.asker,
          model_run_json: exchange.modelRun === null ? null : JSON.stringify(exchange.modelRun),
          cache_key: exchange.modelRun?.cacheKey ?? null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async find(id) {
      const row = await db
        .selectFrom('exchanges')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : exchangeOf(row);
    },

    async forget(id) {
      await db.deleteFrom('exchanges').where('id', '=', id).execute();
    },

    async latest(conversation, limit) {
      const rows = await db
        .selectFrom('exchanges')
        .selectAll()
        .where('conversation', '=', conversation)
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse().map(exchangeOf);
    },
  };
}

function exchangeOf(row: Selectable<ExchangesTable>): Exchange {
  return {
    id: row.id,
    conversation: row.conversation,
    question: row.question,
    standaloneQuestion: row.standalone_question,
    audiences: JSON.parse(row.audiences_json) as Audience[],
    answer: readAnswer(row.answer_json),
    confidence: row.confidence,
    askedAt: row.asked_at,
    durationMs: row.duration_ms,
    asker: row.asker,
    // What earlier versions did not keep is as in a run that has just begun.
    modelRun:
      row.model_run_json === null ? null : { ...beginRun(''), ...JSON.parse(row.model_run_json) },
  };
}
