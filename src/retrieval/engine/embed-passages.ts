import type { IndexStore, StoredVector } from '../index-store.ts';
import type { Breather } from '../semantic/breather.ts';
import type { EmbeddedBatch, Embedder, RemoteEmbedder } from '../semantic/embedder.ts';
import { toUnitLength } from '../semantic/unit-length.ts';
import type { EnsuredEmbedder } from './embedder-choice.ts';
import { textOfPassage } from './embedding-plan.ts';

/** Of a local embedder; also what is lost when the process is killed. */
const passagesPerBatch = 500;
/** Whose texts are in memory while a service embeds them, request by request. */
const passagesPerPage = 4_000;

export interface EmbeddingProgress {
  stage: 'fit' | 'embed';
  /** Passages dealt with. */
  done: number;
  total: number;
}

export interface EmbedPassagesRequest extends EmbeddedSoFar {
  store: IndexStore;
  ensured: EnsuredEmbedder;
  /** Passages without a vector. */
  missing: readonly number[];
  onProgress: ((progress: EmbeddingProgress) => void) | undefined;
  breathe: Breather;
  signal: AbortSignal;
}

interface EmbeddedSoFar {
  /** Told of every batch that was saved, with the ids of passages that the service refuses. */
  onBatch(batch: { passages: number; refused: number[]; tokens: number | null }): void;
}

/** Gives passages their vectors. Every batch that is saved stays, whatever becomes of the next. */
export async function embedPassages(request: EmbedPassagesRequest): Promise<void> {
  const { store, ensured, missing, onProgress, onBatch, breathe, signal } = request;
  const perPage = ensured.kind === 'remote' ? passagesPerPage : passagesPerBatch;
  let done = 0;
  onProgress?.({ stage: 'embed', done, total: missing.length });
  for (let start = 0; start < missing.length; start += perPage) {
    signal.throwIfAborted();
    const ids = missing.slice(start, start + perPage);
    const passages = await store.passages(ids);
    const texts = passages.map(textOfPassage);
    for await (const { places, vectors, refused, tokens } of embedTexts(ensured, texts, signal)) {
      const idOf = (place: number): number => passages[place]?.id ?? 0;
      const rows = places.map((place, at): StoredVector[] => {
        const vector = vectors[at];
        return vector === undefined ? [] : [{ passageId: idOf(place), vector }];
      });
      await store.saveVectors(ensured.embedder.id, rows.flat());
      onBatch({ passages: places.length, refused: refused.map(idOf), tokens });
      done += places.length + refused.length;
      onProgress?.({ stage: 'embed', done: Math.min(done, missing.length), total: missing.length });
      await breathe();
    }
    // Some may have gone since they were listed.
    done = Math.min(start + perPage, missing.length);
  }
  if (missing.length > 0) {
    onProgress?.({ stage: 'embed', done: missing.length, total: missing.length });
  }
}

function embedTexts(
  ensured: EnsuredEmbedder,
  texts: string[],
  signal: AbortSignal,
): ReturnType<RemoteEmbedder['embedMany']> {
  const { kind, embedder } = ensured;
  return kind === 'remote' ? embedder.embedMany(texts, signal) : embedAtOnce(embedder, texts);
}

async function* embedAtOnce(
  embedder: Embedder,
  texts: string[],
): AsyncGenerator<EmbeddedBatch, void, undefined> {
  const vectors = await embedder.embedDocuments(texts);
  yield {
    places: texts.map((_, at) => at),
    vectors: vectors.map((vector) => toUnitLength(Float32Array.from(vector))),
    refused: [],
    tokens: null,
  };
}
