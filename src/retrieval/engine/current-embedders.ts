import type { IndexStore, StoredEmbedder } from '../index-store.ts';
import { type EmbedderChoice, embedderKindOf, isRemoteKind } from './embedder-choice.ts';

export type EmbedderFacts = Omit<StoredEmbedder, 'model'>;

/** Share of the passages that may be without a vector of an embedder that takes over. */
const mayLack = 0.01;

export interface CurrentEmbedders {
  /** The one to search with; null when no passage was embedded yet. */
  current: EmbedderFacts | null;
  /** The newest of the kind that is chosen; null when there is none yet. */
  chosen: EmbedderFacts | null;
  /** Those that the chosen one has taken the place of. */
  superseded: EmbedderFacts[];
}

/**
 * Which of the stored embedders to search with: the newest of the chosen kind that has a vector of
 * (nearly) every passage; until there is one, of all that can still be asked the one with the most
 * vectors. Once the chosen one has taken over, those that are older than it are superseded.
 */
export async function currentEmbedders(
  store: IndexStore,
  choice: EmbedderChoice,
): Promise<CurrentEmbedders> {
  const newestFirst = await store.embedders(null);
  const kind = embedderKindOf(choice);
  const ofKind = newestFirst.filter((embedder) => embedder.kind === kind);
  const chosen = ofKind[0] ?? null;
  const others = newestFirst.filter(
    (embedder) => embedder.kind !== kind && canBeAsked(embedder, choice),
  );
  const [first = null, ...further] = [...ofKind, ...others];
  if (first === null || newestFirst.length === 1) return { current: first, chosen, superseded: [] };

  const enough = await enoughVectors(store);
  let current = { embedder: first, vectors: await store.countVectors(first.id) };
  for (const embedder of further) {
    if (current.vectors >= enough) break;
    const vectors = await store.countVectors(embedder.id);
    if (vectors > current.vectors) current = { embedder, vectors };
  }
  const hasTakenOver = current.embedder.kind === kind && current.vectors >= enough;
  const { createdAt } = current.embedder;
  const isOlder = (other: EmbedderFacts): boolean =>
    other !== current.embedder && other.createdAt <= createdAt;
  const superseded = hasTakenOver ? newestFirst.filter(isOlder) : [];
  return { current: current.embedder, chosen, superseded };
}

/** How many vectors an embedder needs to take over. */
export async function enoughVectors(store: Pick<IndexStore, 'countPassages'>): Promise<number> {
  const passages = await store.countPassages(0);
  return Math.max(1, passages - Math.ceil(passages * mayLack));
}

function canBeAsked({ id, kind }: EmbedderFacts, { earlier }: EmbedderChoice): boolean {
  return !isRemoteKind(kind) || (earlier?.(id) ?? null) !== null;
}
