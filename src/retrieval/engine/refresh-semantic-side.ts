import type { Analyser } from '../analysis/analyser.ts';
import type { IndexStore, StoredEmbedder, StoredVector } from '../index-store.ts';
import type { Indexes, SemanticSide } from '../indexes.ts';
import type { PassageTable } from '../passage-table.ts';
import type { Breather } from '../semantic/breather.ts';
import { HnswVectorIndex } from '../semantic/hnsw-vector-index.ts';
import type { KeyedVector } from '../semantic/vector-index.ts';
import type { EmbedderFacts } from './current-embedders.ts';
import type { EmbedderChoice } from './embedder-choice.ts';
import { restoreEmbedder } from './restore-embedder.ts';

const vectorsPerPage = 2_000;

export interface SemanticSideRequest {
  store: IndexStore;
  choice: EmbedderChoice;
  analyser: Analyser;
  indexes: Indexes;
  /** The embedder to search with. */
  current: EmbedderFacts | null;
  breathe: Breather;
}

/**
 * The semantic side as the database has it: the same one with new vectors added, or another one when
 * another embedder has taken over. The side in use stays as it is until the other one is ready.
 *
 * @returns null when no passage has been embedded yet.
 */
export async function refreshSemanticSide({
  store,
  choice,
  analyser,
  indexes: { table, semantic },
  current,
  breathe,
}: SemanticSideRequest): Promise<SemanticSide | null> {
  if (!current) return null;
  if (semantic?.embedder.id === current.id) {
    const missing = [...table.keys()].filter((key) => !semantic.vectors.has(key));
    const ids = missing.map((key) => table.passageId(key));
    for (let start = 0; start < ids.length; start += vectorsPerPage) {
      const page = await store.vectorsOf(current.id, ids.slice(start, start + vectorsPerPage));
      semantic.vectors.upsert(toKeyed(page, table));
      await breathe();
    }
    await semantic.vectors.settle(breathe);
    return semantic;
  }
  const embedder = await restoreEmbedder(store, choice, current, analyser);
  if (!embedder) return null;
  const vectors = await loadVectors(store, current, table, breathe);
  return { embedder, vectors };
}

async function loadVectors(
  store: IndexStore,
  { id, dimensions }: Pick<StoredEmbedder, 'id' | 'dimensions'>,
  table: PassageTable,
  breathe: Breather,
): Promise<HnswVectorIndex> {
  const vectors = new HnswVectorIndex(dimensions);
  vectors.reserve(table.capacity);
  let after = 0;
  for (;;) {
    const page = await store.vectorsAfter(id, after, vectorsPerPage);
    vectors.upsert(toKeyed(page, table));
    await breathe();
    after = page.at(-1)?.passageId ?? after;
    if (page.length < vectorsPerPage) break;
  }
  await vectors.settle(breathe);
  return vectors;
}

function toKeyed(vectors: readonly StoredVector[], table: PassageTable): KeyedVector[] {
  return vectors.flatMap(({ passageId, vector }) => {
    const key = table.keyOf(passageId);
    return key === undefined ? [] : [{ key, vector }];
  });
}
