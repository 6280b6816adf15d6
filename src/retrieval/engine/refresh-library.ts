import type { IndexablePassage, IndexedPublication, IndexStore } from '../index-store.ts';
import type { LexicalDocument } from '../lexical/lexical-index.ts';
import type { MemoryLexicalIndex } from '../lexical/memory-lexical-index.ts';
import type { PassageTable } from '../passage-table.ts';

const publicationsPerStep = 200;
const passagesPerPage = 1_000;

export interface RefreshedLibrary {
  /** Keys whose passages are gone; other indexes must drop them. */
  removedKeys: number[];
  addedKeys: number[];
  /** Ids of passages that stayed while their publication got another title. */
  retitledPassages: number[];
  /** Publications looked at. */
  changed: number;
  /** The latest revision seen; `since` when nothing changed. */
  revision: number;
}

/** Brings table and lexical index to the state of the database. */
export async function refreshLibrary(
  store: IndexStore,
  table: PassageTable,
  lexical: MemoryLexicalIndex,
  since: number,
): Promise<RefreshedLibrary> {
  const publications = await store.publicationsAfter(since);
  const result: RefreshedLibrary = {
    removedKeys: [],
    addedKeys: [],
    retitledPassages: [],
    changed: publications.length,
    revision: publications.at(-1)?.revision ?? since,
  };
  for (let start = 0; start < publications.length; start += publicationsPerStep) {
    const step = publications.slice(start, start + publicationsPerStep);
    const live = step.filter(({ isRetired }) => !isRetired).map(({ id }) => id);
    const passages = Map.groupBy(await collectPassages(store, live), (one) => one.publicationId);
    // Nothing is awaited in here: a search sees a publication before or after its change.
    for (const publication of step) {
      refreshPublication(table, lexical, publication, passages.get(publication.id) ?? [], result);
    }
  }
  return result;
}

function refreshPublication(
  table: PassageTable,
  lexical: MemoryLexicalIndex,
  publication: IndexedPublication,
  passages: readonly IndexablePassage[],
  result: RefreshedLibrary,
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
    result.retitledPassages.push(...kept.map(({ id }) => id));
  }
  const removed = table.removePassages(publication.id);
  lexical.remove(removed);
  for (const key of removed) result.removedKeys.push(key);
  const documents = passages.map(({ id, ordinal, title, headingPath, text }): LexicalDocument => {
    const key = table.addPassage(publication.id, id, ordinal);
    result.addedKeys.push(key);
    return { key, title, headings: headingPath.join('\n'), text };
  });
  lexical.upsert(documents);
}

async function collectPassages(
  store: IndexStore,
  publicationIds: readonly string[],
): Promise<IndexablePassage[]> {
  const passages: IndexablePassage[] = [];
  if (publicationIds.length === 0) return passages;
  for (;;) {
    const page = await store.passagesOf(publicationIds, passages.at(-1)?.id ?? 0, passagesPerPage);
    passages.push(...page);
    if (page.length < passagesPerPage) return passages;
  }
}
