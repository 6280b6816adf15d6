import type { IndexStore } from '../index-store.ts';
import type { Breather } from '../semantic/breather.ts';
import type { Embedder } from '../semantic/embedder.ts';
import { textToEmbed } from '../semantic/latent-semantic-model.ts';
import { toUnitLength } from '../semantic/unit-length.ts';

/** Also what is lost when the process is killed. */
const passagesPerBatch = 500;

export interface EmbeddingProgress {
  stage: 'fit' | 'embed';
  /** Passages dealt with. */
  done: number;
  total: number;
}

export interface EmbedPassagesRequest {
  store: IndexStore;
  embedder: Embedder;
  onProgress: ((progress: EmbeddingProgress) => void) | undefined;
  breathe: Breather;
  signal: AbortSignal;
}

/** Gives every passage that lacks one its vector, batch by batch. Returns how many did. */
export async function embedPassages(request: EmbedPassagesRequest): Promise<number> {
  const { store, embedder, onProgress, breathe, signal } = request;
  const missing = await store.passageIdsWithoutVector(embedder.id);
  for (let start = 0; start < missing.length; start += passagesPerBatch) {
    onProgress?.({ stage: 'embed', done: start, total: missing.length });
    signal.throwIfAborted();
    const passages = await store.passages(missing.slice(start, start + passagesPerBatch));
    const texts = passages.map(({ title, headingPath, text }) =>
      textToEmbed({ title, headings: headingPath.join('\n'), text }),
    );
    const vectors = await embedder.embedDocuments(texts);
    await store.saveVectors(
      embedder.id,
      passages.map(({ id }, at) => ({
        passageId: id,
        vector: toUnitLength(Float32Array.from(vectors[at] ?? [])),
      })),
    );
    await breathe();
  }
  if (missing.length > 0) {
    onProgress?.({ stage: 'embed', done: missing.length, total: missing.length });
  }
  return missing.length;
}
