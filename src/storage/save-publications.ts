import { sql } from 'kysely';
import { ConcordError } from '../errors.ts';
import type { PublicationContent, SaveResult } from '../library/index.ts';
import type { Db } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { nextLibraryRevision } from './library-revision.ts';
import { passageRow, publicationRow } from './library-rows.ts';

/** PostgreSQL takes 65,535 parameters in a statement, SQLite 32,766; a publication has 24. */
const publicationsPerStatement = 500;
const textsPerStatement = 100;
const passagesPerStatement = 500;

interface StoredPublication {
  id: string;
  source: string;
  contentHash: string;
}

/** Writes whole publications within the caller's transaction; see `LibraryStore.save`. */
export async function savePublications(
  transaction: Db,
  contents: readonly PublicationContent[],
): Promise<SaveResult> {
  const revision = await nextLibraryRevision(transaction);
  const stored = await readStored(transaction, contents);
  const isOvertaken = ({ publication, replaces }: PublicationContent): boolean =>
    replaces !== undefined && (stored.get(publication.id)?.contentHash ?? null) !== replaces;
  const overtaken = contents.filter(isOvertaken).map(({ publication }) => publication.id);
  const toSave = contents.filter((content) => !isOvertaken(content));

  await writePublications(transaction, toSave, revision);
  const rewritten: PublicationContent[] = [];
  for (const content of toSave) {
    const isNew = !stored.has(content.publication.id);
    if (isNew || !(await hasSamePassages(transaction, content))) rewritten.push(content);
  }
  await deletePassages(
    transaction,
    rewritten.map(({ publication }) => publication.id).filter((id) => stored.has(id)),
  );
  await writeTexts(transaction, rewritten);
  await writePassages(transaction, rewritten);
  return { saved: toSave.map(({ publication }) => publication.id), overtaken };
}

async function readStored(
  transaction: Db,
  contents: readonly PublicationContent[],
): Promise<Map<string, StoredPublication>> {
  const idOfSource = new Map(
    contents.map(({ publication }) => [publication.source, publication.id]),
  );
  const rows = await inChunks(contents, publicationsPerStatement, (chunk) =>
    transaction
      .selectFrom('publications')
      .select(['id', 'source', 'content_hash as contentHash'])
      .where((where) =>
        where.or([
          where(
            'id',
            'in',
            chunk.map(({ publication }) => publication.id),
          ),
          where(
            'source',
            'in',
            chunk.map(({ publication }) => publication.source),
          ),
        ]),
      )
      .execute(),
  );
  for (const { id, source } of rows) {
    const expected = idOfSource.get(source);
    if (expected === undefined || expected === id) continue;
    throw new ConcordError('publication-source-taken', `${source} belongs to publication ${id}`, {
      forPeople: `The library already holds ${source} as publication ${id}.`,
      details: { source, id, expected },
    });
  }
  return new Map(rows.map((row) => [row.id, row]));
}

async function writePublications(
  transaction: Db,
  contents: readonly PublicationContent[],
  revision: number,
): Promise<void> {
  await inChunks(contents, publicationsPerStatement, async (chunk) => {
    const rows = chunk.map((content) => publicationRow(content, revision));
    const [first] = rows;
    if (first === undefined) return [];
    const columns = (Object.keys(first) as (keyof typeof first)[]).filter(
      (column) => column !== 'id' && column !== 'added_at',
    );
    await transaction
      .insertInto('publications')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((update) => ({
          ...Object.fromEntries(
            columns.map((column) => [column, update.ref(`excluded.${column}`)]),
          ),
          // What has been announced is not taken back by what its file says.
          embargoed_until: sql<number | null>`
            case when excluded.embargoed_until > publications.embargo_lifted_at
              then publications.embargo_lifted_at else excluded.embargoed_until end
          `,
          retired_by: sql<
            string | null
          >`case when excluded.retired_at is null then null else publications.retired_by end`,
        })),
      )
      .execute();
    return [];
  });
}

async function hasSamePassages(
  transaction: Db,
  { publication, text, passages }: PublicationContent,
): Promise<boolean> {
  const storedText = await transaction
    .selectFrom('publication_texts')
    .selectAll()
    .where('publication_id', '=', publication.id)
    .executeTakeFirst();
  if (
    storedText?.text !== text.text ||
    storedText.page_starts_json !== JSON.stringify(text.pageStarts) ||
    storedText.headings_json !== JSON.stringify(text.headings)
  ) {
    return false;
  }
  const rows = await transaction
    .selectFrom('passages')
    .select(['heading_path_json', 'character_start', 'character_end'])
    .where('publication_id', '=', publication.id)
    .orderBy('ordinal')
    .execute();
  return (
    rows.length === passages.length &&
    passages.every(
      (passage, index) =>
        rows[index]?.character_start === passage.characterStart &&
        rows[index].character_end === passage.characterEnd &&
        rows[index].heading_path_json === JSON.stringify(passage.headingPath),
    )
  );
}

async function deletePassages(transaction: Db, publicationIds: readonly string[]): Promise<void> {
  await inChunks(publicationIds, publicationsPerStatement, async (chunk) => {
    await transaction.deleteFrom('passages').where('publication_id', 'in', chunk).execute();
    return [];
  });
}

async function writeTexts(transaction: Db, contents: readonly PublicationContent[]): Promise<void> {
  await inChunks(contents, textsPerStatement, async (chunk) => {
    await transaction
      .insertInto('publication_texts')
      .values(
        chunk.map(({ publication, text }) => ({
          publication_id: publication.id,
          text: text.text,
          page_starts_json: JSON.stringify(text.pageStarts),
          headings_json: JSON.stringify(text.headings),
        })),
      )
      .onConflict((conflict) =>
        conflict.column('publication_id').doUpdateSet((update) => ({
          text: update.ref('excluded.text'),
          page_starts_json: update.ref('excluded.page_starts_json'),
          headings_json: update.ref('excluded.headings_json'),
        })),
      )
      .execute();
    return [];
  });
}

async function writePassages(
  transaction: Db,
  contents: readonly PublicationContent[],
): Promise<void> {
  const rows = contents.flatMap(({ publication, passages }) =>
    passages.map((passage) => passageRow(publication.id, passage)),
  );
  await inChunks(rows, passagesPerStatement, async (chunk) => {
    await transaction.insertInto('passages').values(chunk).execute();
    return [];
  });
}
