import { createAnalyser } from './analysis/analyser.ts';
import { embedderKindOf } from './engine/embedder-choice.ts';
import type { IndexStore } from './index-store.ts';
import type { Embedder } from './semantic/embedder.ts';
import { LatentSemanticEmbedder } from './semantic/latent-semantic-embedder.ts';
import { modelFromBytes } from './semantic/model-bytes.ts';

/**
 * The embedder that was last fitted on the library, by itself, for uses other than the engine's.
 * Null when there is none or what is stored of it is damaged.
 */
export async function loadLocalEmbedder(store: IndexStore): Promise<Embedder | null> {
  const [newest] = await store.embedders(embedderKindOf({ kind: 'local' }));
  const bytes = newest ? await store.embedderModel(newest.id) : null;
  const model = bytes ? modelFromBytes(bytes) : null;
  if (!newest || !model) return null;
  return new LatentSemanticEmbedder(newest.id, model, createAnalyser());
}
