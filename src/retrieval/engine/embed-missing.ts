import type { Clock } from '../../clock.ts';
import type { Log } from '../../observability/log.ts';
import type { Analyser } from '../analysis/analyser.ts';
import type { IndexStore } from '../index-store.ts';
import { createBreather } from '../semantic/breather.ts';
import { embeddingCost } from '../semantic/embedding-prices.ts';
import { type EmbeddingProgress, embedPassages } from './embed-passages.ts';
import { type EmbedderChoice, type EnsuredEmbedder, embedderKindOf } from './embedder-choice.ts';
import { holdEmbeddingLease } from './embedding-lease.ts';
import { type EmbeddingPlan, planEmbedding } from './embedding-plan.ts';
import { ensureEmbedder } from './ensure-embedder.ts';

/** What a service has embedded, whether or not it came to the end. */
export interface EmbeddingUsage {
  /** As the service calls it. */
  model: string;
  passages: number;
  /** Passages that the service takes in no form; they are searched by their words alone. */
  refused: number;
  /** As the service counted; null when it did not. */
  tokens: number | null;
  /** Micro-units of a US dollar; null when tokens or price are not known. */
  costMicros: number | null;
}

export interface EmbedMissingOptions {
  onProgress?: (progress: EmbeddingProgress) => void;
  /** Told before a service begins to embed. */
  onPlan?: (plan: EmbeddingPlan) => void;
  /** Told once a service has embedded, also when it failed on the way. */
  onUsage?: (usage: EmbeddingUsage) => void;
  /** Told when another process embeds, which is waited for. */
  onWait?: () => void;
  signal?: AbortSignal;
}

export interface EmbedMissingParts {
  store: IndexStore;
  embedder: EmbedderChoice;
  analyser: Analyser;
  clock: Clock;
  log: Log;
  /** Passages that the service takes in no form; added to. */
  refused: Set<number>;
}

/** Makes what gives every passage its vector of the chosen embedder, one process at a time. */
export function createEmbedMissing(
  parts: EmbedMissingParts,
): (options: EmbedMissingOptions, signal: AbortSignal) => Promise<void> {
  const { store, embedder: choice, clock, log } = parts;
  let hasEmbedded = false;
  let isSuperseded = false;

  /** Two processes that are configured differently must not undo each other's work for ever. */
  const standsBack = async (): Promise<boolean> => {
    if (!hasEmbedded) return false;
    const [newest] = await store.embedders(null);
    const own = await store.embedders(embedderKindOf(choice));
    const isNow = newest !== undefined && own.length === 0;
    if (isNow && !isSuperseded) log.warn({ embedder: newest.id }, 'embedder-superseded');
    isSuperseded = isNow;
    return isNow;
  };

  return async (options, signal) => {
    signal.throwIfAborted();
    if (await standsBack()) return;
    const onWait = (): void => {
      log.info('embedding-waited');
      options.onWait?.();
    };
    await holdEmbeddingLease({ store, clock, onWait, signal }, async () => {
      const { onProgress } = options;
      const breathe = createBreather(signal);
      const ensured = await ensureEmbedder({ ...parts, choice, onProgress, breathe });
      if (ensured === null) return;
      hasEmbedded = true;
      await embedAll(parts, ensured, options, signal);
    });
  };
}

async function embedAll(
  { store, log, refused }: EmbedMissingParts,
  ensured: EnsuredEmbedder,
  { onPlan, onUsage, onProgress }: EmbedMissingOptions,
  signal: AbortSignal,
): Promise<void> {
  const { embedder } = ensured;
  const breathe = createBreather(signal);
  const startedAt = performance.now();
  const without = await store.passageIdsWithoutVector(embedder.id);
  const missing = without.filter((id) => !refused.has(id));
  if (missing.length === 0) return;
  if (ensured.kind === 'remote') {
    const added = { passages: 0, tokens: 0 };
    const request = { embedder: ensured.embedder, missing, added, breathe };
    const plan = await planEmbedding(store, request);
    log.info({ ...plan, embedder: embedder.id }, 'embedding-started');
    onPlan?.(plan);
  }
  const refusedBefore = refused.size;
  let passages = 0;
  let tokens: number | null = 0;
  try {
    await embedPassages({
      store,
      ensured,
      missing,
      onProgress,
      onBatch: (batch) => {
        passages += batch.passages;
        tokens = tokens === null || batch.tokens === null ? null : tokens + batch.tokens;
        for (const id of batch.refused) refused.add(id);
      },
      breathe,
      signal,
    });
  } finally {
    const facts = { embedder: embedder.id, duration_ms: performance.now() - startedAt };
    const isIdle = passages === 0 && refused.size === refusedBefore;
    if (ensured.kind === 'local') {
      if (!isIdle) log.info({ ...facts, passages }, 'passages-embedded');
    } else if (!isIdle) {
      const { model, price } = ensured.embedder;
      const costMicros = tokens === null ? null : embeddingCost(tokens, price);
      const usage = { model, passages, refused: refused.size - refusedBefore, tokens, costMicros };
      log[usage.refused > 0 ? 'warn' : 'info']({ ...facts, ...usage }, 'passages-embedded');
      onUsage?.(usage);
    }
  }
}
