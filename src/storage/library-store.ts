import { ConcordError } from '../errors.ts';
import type { LibraryStore, PublicationFilter } from '../library/index.ts';
import type { Db } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { noteFailures, readFailures } from './ingest-failures.ts';
import { noteFolders, readFolders } from './library-folders.ts';
import { nextLibraryRevision, readLibraryRevision } from './library-revision.ts';
import { passageFromRow, publicationFromRow, sourceStateFromRow } from './library-rows.ts';
import { savePublications } from './save-publications.ts';

/** Keys in one `in (…)`; both databases take more, but long statements gain nothing. */
const idsPerQuery = 1_000;

/** The library in the database, on SQLite and PostgreSQL alike. */
export function createLibraryStore(db: Db): LibraryStore {
  return {
    async get(id) {
      const row = await db
        .selectFrom('publications')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : publicationFromRow(row);
    },

    async findBySource(source) {
      const row = await db
        .selectFrom('publications')
        .selectAll()
        .where('source', '=', source)
        .executeTakeFirst();
      return row === undefined ? null : publicationFromRow(row);
    },

    async list(filter = {}) {
      const rows = await selectPublications(db, filter).execute();
      const byTitle = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
      return rows
        .map(publicationFromRow)
        .sort((a, b) => byTitle.compare(a.title, b.title) || (a.source < b.source ? -1 : 1));
    },

    async publications(ids) {
      const rows = await inChunks(ids, idsPerQuery, (chunk) =>
        db.selectFrom('publications').selectAll().where('id', 'in', chunk).execute(),
      );
      return rows.map(publicationFromRow);
    },

    async text(id) {
      const row = await db
        .selectFrom('publication_texts')
        .selectAll()
        .where('publication_id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        text: row.text,
        pageStarts: JSON.parse(row.page_starts_json),
        headings: JSON.parse(row.headings_json),
      };
    },

    async passagesOf(publicationId) {
      const rows = await db
        .selectFrom('passages')
        .selectAll()
        .where('publication_id', '=', publicationId)
        .orderBy('ordinal')
        .execute();
      return rows.map(passageFromRow);
    },

    async passages(ids) {
      const rows = await inChunks(ids, idsPerQuery, (chunk) =>
        db.selectFrom('passages').selectAll().where('id', 'in', chunk).execute(),
      );
      return rows.map(passageFromRow);
    },

    async sourceStates() {
      const rows = await db
        .selectFrom('publications')
        .select([
          'id',
          'source',
          'title',
          'link',
          'content_hash',
          'added_at',
          'retired_at',
          'retired_by',
          'folder',
          'read_with',
        ])
        .orderBy('source')
        .execute();
      return rows.map(sourceStateFromRow);
    },

    async save(contents) {
      if (contents.length === 0) return { saved: [], overtaken: [] };
      try {
        return await db
          .transaction()
          .execute((transaction) => savePublications(transaction, contents));
      } catch (cause) {
        if (cause instanceof ConcordError) throw cause;
        throw new ConcordError('library-not-saved', 'publications could not be written', {
          cause,
          forPeople: `The library could not be written to the database: ${cause instanceof Error ? cause.message : String(cause)}. Nothing of this batch was kept; check disk space and the database, then run the ingest again.`,
        });
      }
    },

    retire(ids, by, at) {
      return changeRetirement(db, ids, { retired_at: at, retired_by: by });
    },

    restore(ids) {
      return changeRetirement(db, ids, { retired_at: null, retired_by: null });
    },

    folders: () => readFolders(db),

    noteFolders: (folders) => noteFolders(db, folders),

    failures: () => readFailures(db),

    noteFailures: (failed, forget) => noteFailures(db, failed, forget),

    revision: () => readLibraryRevision(db),
  };
}

function selectPublications(db: Db, filter: PublicationFilter) {
  let query = db.selectFrom('publications').selectAll();
  const { kinds, statuses, audiences, retired = false } = filter;
  if (kinds !== undefined) query = query.where('kind', 'in', orNothing(kinds));
  if (statuses !== undefined) query = query.where('status', 'in', orNothing(statuses));
  if (audiences !== undefined) query = query.where('audience', 'in', orNothing(audiences));
  if (retired === false) query = query.where('retired_at', 'is', null);
  if (retired === true) query = query.where('retired_at', 'is not', null);
  return query;
}

/** `in ()` is no SQL; no column holds the empty text. */
function orNothing(values: readonly string[]): readonly string[] {
  return values.length === 0 ? [''] : values;
}

async function changeRetirement(
  db: Db,
  ids: readonly string[],
  change: { retired_at: number | null; retired_by: string | null },
): Promise<number> {
  if (ids.length === 0) return 0;
  return db.transaction().execute(async (transaction) => {
    const revision = await nextLibraryRevision(transaction);
    const changed = await inChunks(ids, idsPerQuery, (chunk) =>
      transaction
        .updateTable('publications')
        .set({ ...change, revision })
        .where('id', 'in', chunk)
        .where('retired_at', change.retired_at === null ? 'is not' : 'is', null)
        .returning('id')
        .execute(),
    );
    return changed.length;
  });
}
