import { sql } from 'kysely';
import type { IndexStore } from '../retrieval/index.ts';
import type { Db } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { vectorFromBytes, vectorToBytes } from './vector-bytes.ts';

const vectorsPerStatement = 1_000;

const claimCounter = 'embedding_claimed_until';
/** A claim that ends later than this was made by a clock that runs ahead, and does not count. */
const longestClaimMs = 600_000;

/** Well below SQLite's 32,766 parameters a statement. */
const idsPerStatement = 5_000;

/** The part of the index store that keeps embedders and vectors. */
export type EmbeddingStore = Pick<
  IndexStore,
  | 'embedders'
  | 'embedderModel'
  | 'saveEmbedder'
  | 'removeEmbedders'
  | 'vectorsAfter'
  | 'vectorsOf'
  | 'removeVectors'
  | 'saveVectors'
  | 'countVectors'
  | 'claimEmbedding'
>;

export function createEmbeddingStore(db: Db): EmbeddingStore {
  return {
    embedders: async (kind) => {
      const rows = await db
        .selectFrom('embedders')
        .select(['id', 'kind', 'dimensions', 'fitted_passages', 'fitted_through', 'created_at'])
        .$if(kind !== null, (query) => query.where('kind', '=', kind ?? ''))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        dimensions: row.dimensions,
        fittedPassages: row.fitted_passages,
        fittedThrough: row.fitted_through,
        createdAt: row.created_at,
      }));
    },

    embedderModel: async (id) => {
      const query = db.selectFrom('embedders').select('model').where('id', '=', id);
      return (await query.executeTakeFirst())?.model ?? null;
    },

    saveEmbedder: async (embedder) =>
      db.transaction().execute(async (transaction) => {
        await raiseEmbeddingRevision(transaction);
        await transaction
          .insertInto('embedders')
          .values({
            id: embedder.id,
            kind: embedder.kind,
            dimensions: embedder.dimensions,
            model: embedder.model,
            fitted_passages: embedder.fittedPassages,
            fitted_through: embedder.fittedThrough,
            created_at: embedder.createdAt,
          })
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet((row) => ({ created_at: row.ref('excluded.created_at') })),
          )
          .execute();
      }),

    removeEmbedders: async (ids) => {
      if (ids.length === 0) return;
      await db.transaction().execute(async (transaction) => {
        await raiseEmbeddingRevision(transaction);
        await transaction.deleteFrom('embedders').where('id', 'in', ids).execute();
      });
    },

    vectorsAfter: async (embedderId, afterPassageId, limit) => {
      const rows = await db
        .selectFrom('embeddings')
        .select(['passage_id', 'vector'])
        .where('embedder_id', '=', embedderId)
        .where('passage_id', '>', afterPassageId)
        .orderBy('passage_id')
        .limit(limit)
        .execute();
      return rows.map(toVector);
    },

    vectorsOf: async (embedderId, passageIds) =>
      inChunks(passageIds, idsPerStatement, async (ids) => {
        const rows = await db
          .selectFrom('embeddings')
          .select(['passage_id', 'vector'])
          .where('embedder_id', '=', embedderId)
          .where('passage_id', 'in', ids)
          .execute();
        return rows.map(toVector);
      }),

    removeVectors: async (passageIds) => {
      await inChunks(passageIds, idsPerStatement, async (ids) => {
        await db.deleteFrom('embeddings').where('passage_id', 'in', ids).execute();
        return [];
      });
    },

    saveVectors: async (embedderId, vectors) => saveVectors(db, embedderId, vectors),

    countVectors: async (embedderId) => {
      const row = await db
        .selectFrom('embeddings')
        .innerJoin('passages', 'passages.id', 'embeddings.passage_id')
        .innerJoin('publications', 'publications.id', 'passages.publication_id')
        .select((select) => select.fn.countAll<number | string>().as('count'))
        .where('embeddings.embedder_id', '=', embedderId)
        .where('publications.retired_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    claimEmbedding: async ({ now, until, held }) => {
      const claimed = await db
        .insertInto('counters')
        .values({ name: claimCounter, value: until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ value: until })
            .where(({ eb, or }) =>
              or([
                eb('counters.value', '<=', now),
                eb('counters.value', '>', now + longestClaimMs),
                ...(held === null ? [] : [eb('counters.value', '=', held)]),
              ]),
            ),
        )
        .returning('value')
        .executeTakeFirst();
      return claimed !== undefined;
    },
  };
}

async function saveVectors(
  db: Db,
  embedderId: string,
  vectors: Parameters<IndexStore['saveVectors']>[1],
): Promise<void> {
  if (vectors.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    await raiseEmbeddingRevision(transaction);
    const ids = vectors.map(({ passageId }) => passageId);
    const present = await inChunks(ids, idsPerStatement, (chunk) =>
      transaction.selectFrom('passages').select('id').where('id', 'in', chunk).execute(),
    );
    const known = new Set(present.map(({ id }) => id));
    const rows = vectors
      .filter(({ passageId }) => known.has(passageId))
      .map(({ passageId, vector }) => ({
        passage_id: passageId,
        embedder_id: embedderId,
        vector: vectorToBytes(vector),
      }));
    for (let start = 0; start < rows.length; start += vectorsPerStatement) {
      await transaction
        .insertInto('embeddings')
        .values(rows.slice(start, start + vectorsPerStatement))
        .onConflict((conflict) =>
          conflict
            .columns(['passage_id', 'embedder_id'])
            .doUpdateSet((row) => ({ vector: row.ref('excluded.vector') })),
        )
        .execute();
    }
  });
}

async function raiseEmbeddingRevision(db: Pick<Db, 'insertInto'>): Promise<void> {
  await db
    .insertInto('counters')
    .values({ name: 'embedding_revision', value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value: sql<number>`counters.value + 1` }),
    )
    .execute();
}

function toVector(row: { passage_id: number; vector: Uint8Array }) {
  return { passageId: row.passage_id, vector: vectorFromBytes(row.vector) };
}
