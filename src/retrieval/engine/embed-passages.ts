import type { IndexStore } from '../index-store.ts';
import type { Embedder } from '../semantic/embedder.ts';
import { textToEmbed } from '../semantic/latent-semantic-model.ts';
import { toUnitLength } from '../semantic/unit-length.ts';
import type { EmbeddingProgress } from './retrieval-engine.ts';

/** Also the unit of loss when the process is killed. */
const passagesPerBatch = 500;

/** Gives every passage that lacks one its vector, batch by batch. */
export async function embedPassages(
  store: IndexStore,
  embedder: Embedder,
  onProgress: ((progress: EmbeddingProgress) => void) | undefined,
  signal: AbortSignal,
): Promise<void> {
  const missing = await store.passageIdsWithoutVector(embedder.id);
  for (let start = 0; start < missing.length; start += passagesPerBatch) {
    signal.throwIfAborted();
    onProgress?.({ stage: 'embed', done: start, total: missing.length });
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
  }
  onProgress?.({ stage: 'embed', done: missing.length, total: missing.length });
}
