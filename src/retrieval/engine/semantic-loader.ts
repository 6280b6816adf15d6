import type { Analyser } from '../analysis/analyser.ts';
import type { IndexStore, StoredEmbedder, StoredVector } from '../index-store.ts';
import type { Indexes, SemanticSide } from '../indexes.ts';
import type { Embedder } from '../semantic/embedder.ts';
import { HnswVectorIndex } from '../semantic/hnsw-vector-index.ts';
import { LatentSemanticEmbedder } from '../semantic/latent-semantic-embedder.ts';
import { modelFromBytes } from '../semantic/model-bytes.ts';
import type { KeyedVector } from '../semantic/vector-index.ts';
import { type EmbedderChoice, embedderKindOf } from './embedder-choice.ts';

const vectorsPerPage = 2_000;

/** Keeps the semantic side of the indexes in step with the vectors in the database. */
export interface SemanticLoader {
  /** Drops the vectors of passages that are gone. */
  forget(keys: readonly number[]): void;
  /** Takes over new vectors and, once it is complete, a new embedder. Returns how many lack. */
  catchUp(embeddingRevision: number): Promise<number>;
  /** The embedder that a stored one describes. */
  embedder(stored: Omit<StoredEmbedder, 'model'>): Promise<Embedder>;
}

export function createSemanticLoader(
  store: IndexStore,
  choice: EmbedderChoice,
  analyser: Analyser,
  indexes: Indexes,
): SemanticLoader {
  const { table } = indexes;
  let seenRevision = -1;

  const keysWithoutVector = ({ vectors }: SemanticSide): number[] =>
    [...table.keys()].filter((key) => !vectors.has(key));

  const toKeyed = (vectors: readonly StoredVector[]): KeyedVector[] =>
    vectors.flatMap(({ passageId, vector }) => {
      const key = table.keyOf(passageId);
      return key === undefined ? [] : [{ key, vector }];
    });

  const embedder: SemanticLoader['embedder'] = async (stored) => {
    if (choice.kind === 'remote') return choice.embedder;
    if (indexes.semantic?.embedder.id === stored.id) return indexes.semantic.embedder;
    const bytes = await store.embedderModel(stored.id);
    const model = bytes ? modelFromBytes(bytes) : null;
    if (!model) throw new Error(`embedder ${stored.id} is missing or damaged`);
    return new LatentSemanticEmbedder(stored.id, model, analyser);
  };

  const load = async (stored: Omit<StoredEmbedder, 'model'>): Promise<SemanticSide> => {
    const side = {
      embedder: await embedder(stored),
      vectors: new HnswVectorIndex(stored.dimensions),
    };
    let after = 0;
    for (;;) {
      const page = await store.vectorsAfter(stored.id, after, vectorsPerPage);
      side.vectors.upsert(toKeyed(page));
      after = page.at(-1)?.passageId ?? after;
      if (page.length < vectorsPerPage) return side;
    }
  };

  return {
    embedder,
    forget: (keys) => indexes.semantic?.vectors.remove(keys),
    catchUp: async (embeddingRevision) => {
      const missing = indexes.semantic ? keysWithoutVector(indexes.semantic) : [];
      if (embeddingRevision === seenRevision && missing.length === 0) return 0;
      const stored = await store.embedders(embedderKindOf(choice));
      const complete = await findComplete(store, stored);
      const wanted = complete ?? stored.at(-1);
      if (!wanted) {
        indexes.semantic = null;
        return table.size;
      }
      if (indexes.semantic?.embedder.id !== wanted.id) {
        indexes.semantic = await load(wanted);
      } else {
        const ids = missing.map((key) => table.passageId(key));
        indexes.semantic.vectors.upsert(toKeyed(await store.vectorsOf(wanted.id, ids)));
      }
      seenRevision = embeddingRevision;
      return keysWithoutVector(indexes.semantic).length;
    },
  };
}

/** The newest embedder that has a vector of every passage. */
async function findComplete(
  store: IndexStore,
  embedders: readonly Omit<StoredEmbedder, 'model'>[],
): Promise<Omit<StoredEmbedder, 'model'> | undefined> {
  if (embedders.length < 2) return embedders[0];
  for (const embedder of embedders) {
    if ((await store.passageIdsWithoutVector(embedder.id)).length === 0) return embedder;
  }
  return undefined;
}
