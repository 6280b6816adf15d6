import { sql } from 'kysely';
import type { ModelRun, UsageRecord, UsageStore } from '../answering/index.ts';
import type { Db } from './database.ts';

const batchSize = 500;

/** The use of models, from exchanges, reports and spending in the database. */
export function createUsageStore(db: Db): UsageStore {
  return {
    async *read(from, until) {
      yield* inBatches(from, (after) => readExchanges(db, after, until));
      yield* inBatches(from, (after) => readReports(db, after, until));
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

/** Where a batch ended: at an instant, UTC ms, and the id of one of those made then. */
interface Place {
  at: number;
  id: string;
}

interface UsageRow extends Place {
  record: UsageRecord;
}

/** Batch by batch, each after the last of the one before. */
async function* inBatches(
  from: number,
  read: (after: Place) => Promise<UsageRow[]>,
): AsyncGenerator<UsageRecord[]> {
  let after: Place = { at: from, id: '' };
  for (;;) {
    const rows = await read(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    yield rows.map(({ record }) => record);
    if (rows.length < batchSize) return;
  }
}

async function readExchanges(db: Db, after: Place, until: number): Promise<UsageRow[]> {
  const rows = await db
    .selectFrom('exchanges')
    .select(['id', 'conversation', 'asker', 'asked_at', 'model_run_json'])
    .select(isComposed('answer_json').as('is_composed'))
    .where('asked_at', '<', until)
    .where('model_run_json', 'is not', null)
    .where((row) =>
      row.or([
        row('asked_at', '>', after.at),
        row.and([row('asked_at', '=', after.at), row('id', '>', after.id)]),
      ]),
    )
    .orderBy('asked_at')
    .orderBy('id')
    .limit(batchSize)
    .execute();
  return rows.map(({ id, conversation, asker, asked_at: at, model_run_json, is_composed }) => {
    const run = readRun(model_run_json);
    return { id, at, record: { conversation, asker, isComposed: Boolean(is_composed), run } };
  });
}

async function readReports(db: Db, after: Place, until: number): Promise<UsageRow[]> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'made_at', 'model_run_json'])
    .select(isComposed('report_json').as('is_composed'))
    .where('made_at', '<', until)
    .where('model_run_json', 'is not', null)
    .where((row) =>
      row.or([
        row('made_at', '>', after.at),
        row.and([row('made_at', '=', after.at), row('id', '>', after.id)]),
      ]),
    )
    .orderBy('made_at')
    .orderBy('id')
    .limit(batchSize)
    .execute();
  return rows.map(({ id, made_at: at, model_run_json, is_composed }) => {
    const run = readRun(model_run_json);
    const nobody = { conversation: null, asker: null };
    return { id, at, record: { ...nobody, isComposed: Boolean(is_composed), run } };
  });
}

/** Quotation marks within texts are escaped in JSON: this finds the answer's or report's own field. */
function isComposed(column: 'answer_json' | 'report_json') {
  return sql<number>`${sql.ref(column)} like '%"composer":"model"%'`;
}

const readRun = (json: string | null): ModelRun => JSON.parse(json ?? '') as ModelRun;
