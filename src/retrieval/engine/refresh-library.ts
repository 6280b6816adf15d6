import type { IndexablePassage, IndexedPublication, IndexStore } from '../index-store.ts';
import type { Indexes } from '../indexes.ts';
import type { LexicalDocument } from '../lexical/lexical-index.ts';
import type { Breather } from '../semantic/breather.ts';

/** Their texts are in memory at the same time. */
const publicationsPerStep = 50;

export interface RefreshedLibrary {
  /** Keys whose passages are gone; other indexes must drop them. */
  removedKeys: number[];
  addedKeys: number[];
  /** Publications looked at. */
  changed: number;
  /** The latest revision seen; `since` when nothing changed. */
  revision: number;
}

/** Brings table and lexical index to the state of the database; drops vectors that no longer hold. */
export async function refreshLibrary(
  store: IndexStore,
  indexes: Indexes,
  since: number,
  breathe: Breather,
): Promise<RefreshedLibrary> {
  const publications = await store.publicationsAfter(since);
  const result: RefreshedLibrary = {
    removedKeys: [],
    addedKeys: [],
    changed: publications.length,
    revision: publications.at(-1)?.revision ?? since,
  };
  const retitled: number[] = [];
  for (let start = 0; start < publications.length; start += publicationsPerStep) {
    const step = publications.slice(start, start + publicationsPerStep);
    const live = step.filter(({ isRetired }) => !isRetired).map(({ id }) => id);
    const passages = Map.groupBy(await store.passagesOf(live), (one) => one.publicationId);
    // Nothing is awaited in here: a search sees a publication before or after its change.
    for (const publication of step) {
      refreshPublication(
        indexes,
        publication,
        passages.get(publication.id) ?? [],
        result,
        retitled,
      );
    }
    await breathe();
  }
  // Searches pass over keys that the table no longer knows, so one sweep at the end will do.
  indexes.lexical.remove(result.removedKeys);
  indexes.semantic?.vectors.remove(result.removedKeys);
  // What is embedded begins with the title, so these vectors are of another text now.
  if (retitled.length > 0) await store.removeVectors(retitled);
  return result;
}

function refreshPublication(
  { table, lexical }: Indexes,
  publication: IndexedPublication,
  passages: readonly IndexablePassage[],
  result: RefreshedLibrary,
  retitled: number[],
): void {
  const known = table.find(publication.id);
  const knownIds = new Set(known?.keys.map((key) => table.passageId(key)));
  const isRetitled = known !== undefined && known.publication.title !== publication.title;
  const isSameText =
    knownIds.size === passages.length && passages.every(({ id }) => knownIds.has(id));
  table.putPublication(publication);
  if (isSameText && !isRetitled) return;

  if (isRetitled) {
    const kept = passages.filter(({ id }) => knownIds.has(id));
    for (const { id } of kept) retitled.push(id);
  }
  const removed = table.removePassages(publication.id);
  for (const key of removed) result.removedKeys.push(key);
  const documents = passages.map(({ id, ordinal, title, headingPath, text }): LexicalDocument => {
    const key = table.addPassage(publication.id, id, ordinal);
    result.addedKeys.push(key);
    return { key, title, headings: headingPath.join('\n'), text };
  });
  lexical.upsert(documents);
}
