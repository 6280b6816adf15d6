import type { Db } from './database.ts';
import { nextLibraryRevision } from './library-revision.ts';

/**
 * Ends a publication's embargo at an instant (UTC ms), unless it has ended by then; searches follow
 * the library's revision, which goes up. It stays ended when the publication is ingested again.
 * Repeating it changes nothing.
 */
export async function liftEmbargo(db: Db, id: string, at: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const embargoed = await transaction
      .selectFrom('publications')
      .select('id')
      .where('id', '=', id)
      .where('embargoed_until', '>', at)
      .executeTakeFirst();
    if (embargoed === undefined) return;
    const revision = await nextLibraryRevision(transaction);
    await transaction
      .updateTable('publications')
      .set({ embargoed_until: at, embargo_lifted_at: at, revision })
      .where('id', '=', id)
      .where('embargoed_until', '>', at)
      .execute();
  });
}
