import { sql } from 'kysely';
import type { ModelRun, UsageStore } from '../answering/index.ts';
import type { Db } from './database.ts';

const batchSize = 500;

/** The use of models, from exchanges and spending in the database. */
export function createUsageStore(db: Db): UsageStore {
  return {
    async *read(from, until) {
      let after = { askedAt: from, id: '' };
      for (;;) {
        const rows = await db
          .selectFrom('exchanges')
          .select(['id', 'conversation', 'asker', 'asked_at', 'model_run_json'])
          // Quotation marks within texts are escaped in JSON: this finds the answer's own field.
          .select(sql<number>`answer_json like '%"composer":"model"%'`.as('is_composed'))
          .where('asked_at', '<', until)
          .where('model_run_json', 'is not', null)
          .where((row) =>
            row.or([
              row('asked_at', '>', after.askedAt),
              row.and([row('asked_at', '=', after.askedAt), row('id', '>', after.id)]),
            ]),
          )
          .orderBy('asked_at')
          .orderBy('id')
          .limit(batchSize)
          .execute();
        const last = rows.at(-1);
        if (last === undefined) return;
        after = { askedAt: last.asked_at, id: last.id };
        yield rows.map(({ conversation, asker, model_run_json: json, is_composed }) => ({
          conversation,
          asker,
          isComposed: Boolean(is_composed),
          run: JSON.parse(json ?? '') as ModelRun,
        }));
        if (rows.length < batchSize) return;
      }
    },

    async spending(scope, period) {
      const rows = await db
        .selectFrom('model_spending')
        .select(['tokens', 'cost_micros'])
        .where('scope', '=', scope)
        .where('period', '=', period)
        .execute();
      return rows.map(({ tokens, cost_micros: costMicros }) => ({ tokens, costMicros }));
    },
  };
}
