import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Audience } from '../people/index.ts';
import type { IndexablePassage, IndexedPublication, IndexStore } from '../retrieval/index.ts';
import type { Db } from './database.ts';
import { createEmbeddingStore } from './embedding-store.ts';
import { createHitReader } from './hit-reader.ts';
import { inChunks } from './in-chunks.ts';

/** Well below SQLite's 32,766 parameters a statement. */
const idsPerStatement = 5_000;

const identityCounter = 'database_identity';

/** The index store on the database, the same on SQLite and PostgreSQL. */
export function createIndexStore(db: Db): IndexStore {
  const livePassages = () =>
    db
      .selectFrom('passages')
      .innerJoin('publications', 'publications.id', 'passages.publication_id')
      .where('publications.retired_at', 'is', null);

  const indexable = () =>
    livePassages().select([
      'passages.id',
      'passages.publication_id',
      'passages.ordinal',
      'passages.text',
      'passages.heading_path_json',
      'publications.title',
    ]);

  return {
    revisions: async () => {
      const rows = await db
        .selectFrom('counters')
        .select(['name', 'value'])
        .where('name', 'in', [identityCounter, 'library_revision', 'embedding_revision'])
        .execute();
      const counter = (name: string): number => rows.find((row) => row.name === name)?.value ?? 0;
      return {
        identity: counter(identityCounter) || (await giveIdentity(db)),
        library: counter('library_revision'),
        embeddings: counter('embedding_revision'),
      };
    },

    publicationsAfter: async (revision) => {
      const rows = await db
        .selectFrom('publications')
        .select(['id', 'title', 'audience', 'status', 'embargoed_until', 'retired_at', 'revision'])
        .where('revision', '>', revision)
        .orderBy('revision')
        .orderBy('id')
        .execute();
      return rows.map(
        (row): IndexedPublication => ({
          id: row.id,
          title: row.title,
          audience: row.audience as Audience,
          status: row.status as IndexedPublication['status'],
          embargoedUntil: row.embargoed_until,
          isRetired: row.retired_at !== null,
          revision: row.revision,
        }),
      );
    },

    passagesOf: async (publicationIds) => {
      // Sorted here: asked to sort by id, SQLite reads the whole table instead of an index.
      const passages = await inChunks(publicationIds, idsPerStatement, async (ids) => {
        const rows = await indexable().where('passages.publication_id', 'in', ids).execute();
        return rows.map(toIndexable);
      });
      return passages.sort((a, b) => a.id - b.id);
    },

    hits: createHitReader(db),

    countPassages: async (afterId) => {
      const row = await livePassages()
        .select((select) => select.fn.countAll<number | string>().as('count'))
        .where('passages.id', '>', afterId)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    passageIds: async () => {
      const rows = await livePassages().select('passages.id').orderBy('passages.id').execute();
      return rows.map(({ id }) => id);
    },

    passages: async (ids) =>
      inChunks(ids, idsPerStatement, async (chunk) => {
        const query = indexable().where('passages.id', 'in', chunk).orderBy('passages.id');
        return (await query.execute()).map(toIndexable);
      }),

    passageIdsWithoutVector: async (embedderId) => {
      const rows = await livePassages()
        .select('passages.id')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('embeddings')
                .select(sql`1`.as('one'))
                .whereRef('embeddings.passage_id', '=', 'passages.id')
                .where('embeddings.embedder_id', '=', embedderId),
            ),
          ),
        )
        .orderBy('passages.id')
        .execute();
      return rows.map(({ id }) => id);
    },

    ...createEmbeddingStore(db),
  };
}

async function giveIdentity(db: Db): Promise<number> {
  await db
    .insertInto('counters')
    .values({ name: identityCounter, value: randomInt(1, 2 ** 48 - 1) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await db
    .selectFrom('counters')
    .select('value')
    .where('name', '=', identityCounter)
    .executeTakeFirstOrThrow();
  return row.value;
}

function toIndexable(row: {
  id: number;
  publication_id: string;
  ordinal: number;
  text: string;
  heading_path_json: string;
  title: string;
}): IndexablePassage {
  return {
    id: row.id,
    publicationId: row.publication_id,
    ordinal: row.ordinal,
    title: row.title,
    headingPath: JSON.parse(row.heading_path_json) as string[],
    text: row.text,
  };
}
