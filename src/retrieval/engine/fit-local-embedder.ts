import { createHash } from 'node:crypto';
import type { Analyser } from '../analysis/analyser.ts';
import type { IndexStore, StoredEmbedder } from '../index-store.ts';
import type { Breather } from '../semantic/breather.ts';
import { fitLatentSemanticModel } from '../semantic/fit-latent-semantic-model.ts';
import { textToEmbed } from '../semantic/latent-semantic-model.ts';
import { modelToBytes } from '../semantic/model-bytes.ts';

const dimensions = 192;
/** A space fitted on more is hardly better, but takes longer to fit. */
const largestSample = 20_000;
const passagesPerPage = 1_000;
/** Share of the library that may come or go before the space is fitted anew. */
const driftForRefit = 0.1;

/** Whether so much has changed since the fit that a new one is due. */
export async function hasDrifted(
  store: IndexStore,
  embedder: Pick<StoredEmbedder, 'fittedPassages' | 'fittedThrough'>,
): Promise<boolean> {
  const now = await store.countPassages(0);
  const added = await store.countPassages(embedder.fittedThrough);
  const gone = Math.max(0, embedder.fittedPassages - (now - added));
  return added + gone >= driftForRefit * Math.max(1, embedder.fittedPassages);
}

/** Fits latent semantic analysis on the library, or an evenly spread sample of it. */
export async function fitLocalEmbedder(
  store: IndexStore,
  kind: string,
  analyser: Analyser,
  createdAt: number,
  breathe: Breather,
): Promise<StoredEmbedder> {
  const ids = await store.passageIds();
  const sample = takeEvenly(ids, largestSample);
  const texts: string[] = [];
  for (let start = 0; start < sample.length; start += passagesPerPage) {
    const page = await store.passages(sample.slice(start, start + passagesPerPage));
    for (const { title, headingPath, text } of page) {
      texts.push(textToEmbed({ title, headings: headingPath.join('\n'), text }));
    }
  }
  const model = await fitLatentSemanticModel(texts, dimensions, analyser, breathe);
  const bytes = modelToBytes(model);
  const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return {
    id: `${kind}-${fingerprint}-${createdAt}`,
    kind,
    dimensions: model.dimensions,
    model: bytes,
    fittedPassages: ids.length,
    fittedThrough: ids.at(-1) ?? 0,
    createdAt,
  };
}

function takeEvenly(ids: readonly number[], most: number): number[] {
  if (ids.length <= most) return [...ids];
  return Array.from({ length: most }, (_, at) => ids[Math.floor((at * ids.length) / most)] ?? 0);
}
