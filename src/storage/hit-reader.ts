import type { CompiledQuery, Selectable } from 'kysely';
import type { IndexStore } from '../retrieval/index.ts';
import type { Db } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { libraryRevisionCounter } from './library-revision.ts';
import { passageFromRow, publicationFromRow } from './library-rows.ts';
import type { PassagesTable, PublicationsTable } from './schema.ts';

/** Each length of a list of ids is a statement of its own; 100 covers what people are shown. */
const idsPerStatement = 100;

/** About fifteen megabytes. */
const mostRemembered = 5_000;

type Hit = Awaited<ReturnType<IndexStore['hits']>>[number];

/**
 * Reads passages with their publications, which every search ends with. What was read lately is
 * remembered for as long as the library's revision stays the same, so it is never out of date. The
 * statements are composed once for each number of ids, since composing one takes longer than SQLite
 * takes to answer it.
 */
export function createHitReader(db: Db): IndexStore['hits'] {
  const readPassages = createLookUp<number, Selectable<PassagesTable>>(db, (ids) =>
    db.selectFrom('passages').selectAll().where('id', 'in', ids).compile(),
  );
  const readPublications = createLookUp<string, Selectable<PublicationsTable>>(db, (ids) =>
    db.selectFrom('publications').selectAll().where('id', 'in', ids).compile(),
  );
  const readRevision = createLookUp<string, { value: number }>(db, (names) =>
    db.selectFrom('counters').select('value').where('name', 'in', names).compile(),
  );
  const read = async (passageIds: readonly number[]): Promise<Hit[]> => {
    const passages = await inChunks(passageIds, idsPerStatement, readPassages);
    const publicationIds = [...new Set(passages.map((row) => row.publication_id))];
    const publications = await inChunks(publicationIds, idsPerStatement, readPublications);
    const byId = new Map(publications.map((row) => [row.id, publicationFromRow(row)]));
    return passages.flatMap((row) => {
      const publication = byId.get(row.publication_id);
      return publication ? [{ passage: passageFromRow(row), publication }] : [];
    });
  };

  let remembered = new Map<number, Hit>();
  let rememberedAt = -1;
  return async (passageIds) => {
    const revision = (await readRevision([libraryRevisionCounter]))[0]?.value ?? 0;
    if (revision !== rememberedAt) remembered = new Map();
    rememberedAt = revision;
    const known = remembered;
    const missing = passageIds.filter((id) => !known.has(id));
    if (missing.length > 0) {
      for (const hit of await read(missing)) known.set(hit.passage.id, hit);
    }
    const hits = passageIds.flatMap((id) => known.get(id) ?? []);
    forgetOldest(known);
    return hits;
  };
}

/** A map keeps the order in which its entries came. */
function forgetOldest(remembered: Map<number, Hit>): void {
  for (const id of remembered.keys()) {
    if (remembered.size <= mostRemembered) return;
    remembered.delete(id);
  }
}

/** @param compose makes the statement whose parameters are exactly the ids. */
function createLookUp<Id, Row>(
  db: Db,
  compose: (ids: Id[]) => CompiledQuery<Row>,
): (ids: Id[]) => Promise<Row[]> {
  const composed = new Map<number, CompiledQuery<Row>>();
  return async (ids) => {
    const statement = composed.get(ids.length) ?? compose(ids);
    composed.set(ids.length, statement);
    const { rows } = await db.executeQuery<Row>({ ...statement, parameters: ids });
    return rows;
  };
}
