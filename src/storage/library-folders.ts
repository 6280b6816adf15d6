import type { Db } from './database.ts';

/** See `LibraryStore.folders`. */
export async function readFolders(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('library_folders').select('folder').execute();
  return rows.map(({ folder }) => folder).sort();
}

/** See `LibraryStore.noteFolders`. */
export async function noteFolders(db: Db, folders: readonly string[]): Promise<void> {
  const wanted = [...new Set(folders)].sort();
  const known = await readFolders(db);
  if (known.length === wanted.length && known.every((folder, at) => folder === wanted[at])) return;
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('library_folders').execute();
    if (wanted.length === 0) return;
    await transaction
      .insertInto('library_folders')
      .values(wanted.map((folder) => ({ folder })))
      // Another ingest may note the same folders at the same time.
      .onConflict((conflict) => conflict.column('folder').doNothing())
      .execute();
  });
}
