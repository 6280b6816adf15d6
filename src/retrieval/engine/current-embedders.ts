import type { IndexStore, StoredEmbedder } from '../index-store.ts';
import { type EmbedderChoice, embedderKindOf } from './embedder-choice.ts';

type EmbedderFacts = Omit<StoredEmbedder, 'model'>;

/**
 * Which of the stored embedders to search with: the newest that has a vector of every passage, or,
 * when none has, the oldest, since a newer one is still being filled. Those older than a complete one
 * are outdated.
 */
export async function currentEmbedders(
  store: IndexStore,
  choice: EmbedderChoice,
): Promise<{ current: EmbedderFacts | null; outdated: EmbedderFacts[] }> {
  const newestFirst = await store.embedders(embedderKindOf(choice));
  if (newestFirst.length > 1) {
    for (const [at, embedder] of newestFirst.entries()) {
      const isComplete = (await store.passageIdsWithoutVector(embedder.id)).length === 0;
      if (isComplete) return { current: embedder, outdated: newestFirst.slice(at + 1) };
    }
  }
  return { current: newestFirst.at(-1) ?? null, outdated: [] };
}
