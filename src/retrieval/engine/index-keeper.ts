import type { Log } from '../../observability/log.ts';
import type { Analyser } from '../analysis/analyser.ts';
import type { IndexRevisions, IndexStore } from '../index-store.ts';
import type { Indexes } from '../indexes.ts';
import { MemoryLexicalIndex } from '../lexical/memory-lexical-index.ts';
import { PassageTable } from '../passage-table.ts';
import { type Breather, createBreather } from '../semantic/breather.ts';
import { type CurrentEmbedders, currentEmbedders } from './current-embedders.ts';
import type { EmbedderChoice } from './embedder-choice.ts';
import { readIndexCache, writeIndexCache } from './index-cache.ts';
import { refreshLibrary } from './refresh-library.ts';
import { refreshSemanticSide } from './refresh-semantic-side.ts';
import { restoreEmbedder } from './restore-embedder.ts';

/** Rebuild when this share of all keys ever given out belongs to passages that are gone. */
const wasteForRebuild = 0.5;
const fewestKeysForRebuild = 2_000;

/** How often vectors are taken over while they are being made, batch by batch: each time costs. */
const followVectorsMs = 15_000;

export interface RefreshOptions {
  /** Whether vectors are being made; they are then taken over now and then only. */
  isEmbedding?: boolean;
}

export interface RefreshResult {
  /** Publications that were added, changed or retired since the last time. */
  publications: number;
  /** Live passages that have no vector of the embedder that is searched with. */
  withoutVector: number;
  /** Live passages that the chosen embedder, perhaps another one, has yet to embed. */
  toEmbed: number;
  /** Embedders that the chosen one has taken the place of and that are still stored. */
  superseded: number;
}

export interface IndexKeeperOptions {
  store: IndexStore;
  embedder: EmbedderChoice;
  cacheDirectory: string | null;
  log: Log;
  analyser: Analyser;
  /** Passages that the chosen embedder takes in no form. */
  refused: ReadonlySet<number>;
  /** Stops a refresh half-way. */
  signal: AbortSignal;
}

/** Holds the indexes and brings them up to date. Its methods must not run at the same time. */
export interface IndexKeeper {
  indexes(): Indexes;
  refresh(options?: RefreshOptions): Promise<RefreshResult>;
  removeSupersededEmbedders(): Promise<void>;
  saveCache(): Promise<void>;
}

export function createIndexKeeper(options: IndexKeeperOptions): IndexKeeper {
  const { store, embedder: choice, cacheDirectory, log, analyser, refused, signal } = options;
  const emptyIndexes = (): Indexes => ({
    table: new PassageTable(),
    lexical: new MemoryLexicalIndex(analyser),
    semantic: null,
  });
  let indexes = emptyIndexes();
  /** What the indexes hold; null before the first refresh. */
  let held: IndexRevisions | null = null;
  let saved: IndexRevisions | null = null;
  /** When the vectors were followed last, by `performance.now()`. */
  let followedAt = Number.NEGATIVE_INFINITY;
  let toEmbed: { count: number; superseded: number; refused: number } | null = null;

  const countToEmbed = async (chosen: CurrentEmbedders['chosen']): Promise<number> => {
    const { table, semantic } = indexes;
    if (chosen === null) return table.size;
    const isSearched = semantic?.embedder.id === chosen.id;
    if (isSearched && refused.size === 0) return table.size - semantic.vectors.size;
    const without = await store.passageIdsWithoutVector(chosen.id);
    return without.filter((id) => !refused.has(id)).length;
  };
  const findToEmbed = async ({ chosen, superseded }: CurrentEmbedders): Promise<void> => {
    const count = await countToEmbed(chosen);
    toEmbed = { count, superseded: superseded.length, refused: refused.size };
  };

  const readCache = async (latest: IndexRevisions): Promise<IndexRevisions> => {
    const nothing = { identity: latest.identity, library: 0, embeddings: -1 };
    if (cacheDirectory === null) return nothing;
    const startedAt = performance.now();
    const cached = await readIndexCache(cacheDirectory, analyser, latest);
    if (!cached) return nothing;
    const { table, lexical, vectors, fingerprint } = cached;
    const { embedderId } = fingerprint;
    const embedder =
      embedderId === null
        ? null
        : await restoreEmbedder(store, choice, { id: embedderId }, analyser);
    const isSame = embedder?.id === embedderId;
    indexes = {
      table,
      lexical,
      semantic: embedder && vectors && isSame ? { embedder, vectors } : null,
    };
    const duration = performance.now() - startedAt;
    log.info({ passages: table.size, duration_ms: duration }, 'index-cache-read');
    const { identity, library } = fingerprint;
    saved = { identity, library, embeddings: indexes.semantic ? fingerprint.embeddings : -1 };
    return saved;
  };

  const followEmbedder = async (
    current: CurrentEmbedders['current'],
    breathe: Breather,
  ): Promise<void> => {
    const before = indexes.semantic?.embedder.id ?? null;
    indexes.semantic = await refreshSemanticSide({ ...options, choice, indexes, current, breathe });
    const after = indexes.semantic?.embedder.id ?? null;
    if (before !== null && after !== before) log.info({ before, after }, 'embedder-switched');
  };

  const refresh = async ({ isEmbedding = false }: RefreshOptions = {}): Promise<RefreshResult> => {
    const latest = await store.revisions();
    const isRestored =
      held !== null && (latest.identity !== held.identity || latest.library < held.library);
    const { table } = indexes;
    const isWasteful =
      table.capacity > fewestKeysForRebuild && table.size < table.capacity * (1 - wasteForRebuild);
    if (isRestored || (isWasteful && latest.library !== held?.library)) {
      held = { identity: latest.identity, library: 0, embeddings: -1 };
      indexes = emptyIndexes();
    }
    held ??= await readCache(latest);
    const breathe = createBreather(signal);
    const startedAt = performance.now();
    let publications = 0;
    if (latest.library !== held.library) {
      const change = await refreshLibrary(store, indexes, held.library, breathe);
      publications = change.changed;
      held = { ...held, library: change.revision };
    }
    const isChanged = publications > 0 || latest.embeddings !== held.embeddings;
    const isDue = publications > 0 || !isEmbedding || startedAt - followedAt >= followVectorsMs;
    // Also after a start: what the cache holds is what another choice may have wanted.
    const isUnsure = toEmbed === null || toEmbed.refused !== refused.size;
    if (isUnsure || (isChanged && isDue)) {
      const embedders = await currentEmbedders(store, choice);
      const isOther = embedders.current?.id !== indexes.semantic?.embedder.id;
      if (isChanged || isOther) {
        await followEmbedder(embedders.current, breathe);
        held = { ...held, embeddings: latest.embeddings };
        followedAt = performance.now();
        const duration = followedAt - startedAt;
        const passages = indexes.table.size;
        log.info({ publications, passages, duration_ms: duration }, 'index-refreshed');
      }
      await findToEmbed(embedders);
    }
    const withVector = indexes.semantic?.vectors.size ?? 0;
    return {
      publications,
      withoutVector: indexes.table.size - withVector,
      toEmbed: toEmbed?.count ?? 0,
      superseded: toEmbed?.superseded ?? 0,
    };
  };

  return {
    indexes: () => indexes,
    refresh,
    removeSupersededEmbedders: async () => {
      const { superseded } = await currentEmbedders(store, choice);
      if (superseded.length === 0) return;
      const ids = superseded.map(({ id }) => id);
      await store.removeEmbedders(ids);
      log.info({ embedders: ids }, 'embedders-removed');
    },
    saveCache: async () => {
      const isSaved = saved?.library === held?.library && saved?.embeddings === held?.embeddings;
      if (cacheDirectory === null || held === null || isSaved) return;
      const { table, lexical, semantic } = indexes;
      const startedAt = performance.now();
      await writeIndexCache(cacheDirectory, {
        fingerprint: { ...held, embedderId: semantic?.embedder.id ?? null },
        table,
        lexical,
        vectors: semantic?.vectors ?? null,
      });
      saved = held;
      log.info({ duration_ms: performance.now() - startedAt }, 'index-cache-written');
    },
  };
}
