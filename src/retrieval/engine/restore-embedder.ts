import type { Analyser } from '../analysis/analyser.ts';
import type { IndexStore, StoredEmbedder } from '../index-store.ts';
import type { Embedder } from '../semantic/embedder.ts';
import { LatentSemanticEmbedder } from '../semantic/latent-semantic-embedder.ts';
import { modelFromBytes } from '../semantic/model-bytes.ts';
import type { EmbedderChoice } from './embedder-choice.ts';

/**
 * The embedder that a stored one describes, also one of an earlier choice; null when its model is
 * missing or damaged, or its service cannot be asked any more.
 */
export async function restoreEmbedder(
  store: Pick<IndexStore, 'embedderModel'>,
  choice: EmbedderChoice,
  { id }: Pick<StoredEmbedder, 'id'>,
  analyser: Analyser,
): Promise<Embedder | null> {
  if (choice.kind === 'remote' && choice.embedder.id === id) return choice.embedder;
  const earlier = choice.earlier?.(id) ?? null;
  if (earlier !== null) return earlier;
  const bytes = await store.embedderModel(id);
  const model = bytes ? modelFromBytes(bytes) : null;
  return model ? new LatentSemanticEmbedder(id, model, analyser) : null;
}
