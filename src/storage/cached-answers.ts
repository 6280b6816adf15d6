import type { CachedAnswers } from '../answering/index.ts';
import type { Db } from './database.ts';
import { readAnswer } from './read-answer.ts';

/** Answers of the exchanges in the database; they go with their exchange. */
export function createCachedAnswers(db: Db): CachedAnswers {
  return {
    async find(key) {
      const row = await db
        .selectFrom('exchanges')
        .select(['id', 'answer_json', 'confidence'])
        .where('cache_key', '=', key)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('feedback')
                .innerJoin('exchanges as judged', 'judged.id', 'feedback.exchange_id')
                .select('feedback.exchange_id')
                .where('judged.cache_key', '=', key)
                .where('feedback.verdict', '=', 'not-helpful'),
            ),
          ),
        )
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { id, answer_json, confidence } = row;
      return { exchangeId: id, answer: readAnswer(answer_json), confidence };
    },
  };
}
