import type { Clock } from '../../clock.ts';
import type { Analyser } from '../analysis/analyser.ts';
import type { IndexStore, StoredEmbedder } from '../index-store.ts';
import type { Breather } from '../semantic/breather.ts';
import { enoughVectors } from './current-embedders.ts';
import type { EmbeddingProgress } from './embed-passages.ts';
import { type EmbedderChoice, type EnsuredEmbedder, embedderKindOf } from './embedder-choice.ts';
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
 * and stored first when there is none, it is damaged, or the library has drifted away from it. One
 * that begins anew to cover the library becomes the newest, so that it can take the place of all others;
 * one that does cover it leaves those that were begun and given up as they are.
 *
 * @returns null while the library is empty.
 */
export async function ensureEmbedder(
  request: EnsureEmbedderRequest,
): Promise<EnsuredEmbedder | null> {
  const { store, choice, analyser } = request;
  const kind = embedderKindOf(choice);
  const newestFirst = await store.embedders(null);
  const newest = newestFirst.find((embedder) => embedder.kind === kind);
  const createdAt = Math.max(request.clock.now(), (newestFirst[0]?.createdAt ?? 0) + 1);
  const becomesNewest =
    newest !== newestFirst[0] &&
    newest !== undefined &&
    (await store.countVectors(newest.id)) < (await enoughVectors(store));
  if (choice.kind === 'remote') {
    const { embedder } = choice;
    const facts = { id: embedder.id, kind, dimensions: embedder.dimensions, model: null };
    const never = { fittedPassages: 0, fittedThrough: 0, createdAt };
    if (newest === undefined || becomesNewest) await store.saveEmbedder({ ...facts, ...never });
    return { kind: 'remote', embedder };
  }
  const restored = newest ? await restoreEmbedder(store, choice, newest, analyser) : null;
  if (newest && restored && !(await hasDrifted(store, newest))) {
    if (becomesNewest) await store.saveEmbedder({ ...newest, model: null, createdAt });
    return { kind: 'local', embedder: restored };
  }
  const fitted = await fitAndStore(request, kind, createdAt);
  const embedder = fitted && (await restoreEmbedder(store, choice, fitted, analyser));
  return embedder ? { kind: 'local', embedder } : null;
}

async function fitAndStore(
  { store, analyser, onProgress, breathe }: EnsureEmbedderRequest,
  kind: string,
  createdAt: number,
): Promise<StoredEmbedder | null> {
  const total = await store.countPassages(0);
  if (total === 0) return null;
  onProgress?.({ stage: 'fit', done: 0, total });
  const fitted = await fitLocalEmbedder(store, kind, analyser, createdAt, breathe);
  await store.saveEmbedder(fitted);
  return fitted;
}
