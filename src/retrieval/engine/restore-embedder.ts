import type { Analyser } from '../analysis/analyser.ts';
import type { IndexStore, StoredEmbedder } from '../index-store.ts';
import type { Embedder } from '../semantic/embedder.ts';
import { LatentSemanticEmbedder } from '../semantic/latent-semantic-embedder.ts';
import { modelFromBytes } from '../semantic/model-bytes.ts';
import type { EmbedderChoice } from './embedder-choice.ts';

/** The embedder that a stored one describes; null when its model is missing or damaged. */
export async function restoreEmbedder(
  store: Pick<IndexStore, 'embedderModel'>,
  choice: EmbedderChoice,
  stored: Pick<StoredEmbedder, 'id'>,
  analyser: Analyser,
): Promise<Embedder | null> {
  if (choice.kind === 'remote') return choice.embedder;
  const bytes = await store.embedderModel(stored.id);
  const model = bytes ? modelFromBytes(bytes) : null;
  return model ? new LatentSemanticEmbedder(stored.id, model, analyser) : null;
}
