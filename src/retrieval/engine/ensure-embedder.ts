import type { Clock } from '../../clock.ts';
import type { Analyser } from '../analysis/analyser.ts';
import type { IndexStore } from '../index-store.ts';
import type { Breather } from '../semantic/breather.ts';
import type { Embedder } from '../semantic/embedder.ts';
import type { EmbeddingProgress } from './embed-passages.ts';
import { type EmbedderChoice, embedderKindOf } from './embedder-choice.ts';
import { fitLocalEmbedder, hasDrifted } from './fit-local-embedder.ts';
import { restoreEmbedder } from './restore-embedder.ts';

export interface EnsureEmbedderRequest {
  store: IndexStore;
  choice: EmbedderChoice;
  analyser: Analyser;
  clock: Clock;
  onProgress: ((progress: EmbeddingProgress) => void) | undefined;
  breathe: Breather;
}

/**
 * The embedder that passages are to be embedded with: the stored one, or a new one that is fitted
 * and stored first when there is none, it is damaged, or the library has drifted away from it.
 *
 * @returns null while the library is empty.
 */
export async function ensureEmbedder(request: EnsureEmbedderRequest): Promise<Embedder | null> {
  const { store, choice, analyser, clock } = request;
  const kind = embedderKindOf(choice);
  const [newest] = await store.embedders(kind);
  if (choice.kind === 'remote') {
    const { embedder } = choice;
    const facts = { id: embedder.id, kind, dimensions: embedder.dimensions, model: null };
    const never = { fittedPassages: 0, fittedThrough: 0, createdAt: clock.now() };
    if (!newest) await store.saveEmbedder({ ...facts, ...never });
    return embedder;
  }
  const restored = newest ? await restoreEmbedder(store, choice, newest, analyser) : null;
  if (newest && restored && !(await hasDrifted(store, newest))) return restored;
  const total = await store.countPassages(0);
  if (total === 0) return null;
  request.onProgress?.({ stage: 'fit', done: 0, total });
  const createdAt = Math.max(clock.now(), (newest?.createdAt ?? 0) + 1);
  const fitted = await fitLocalEmbedder(store, kind, analyser, createdAt, request.breathe);
  await store.saveEmbedder(fitted);
  return restoreEmbedder(store, choice, fitted, analyser);
}
