import { estimateTokens } from '../../library/index.ts';
import type { IndexablePassage, IndexStore } from '../index-store.ts';
import type { Breather } from '../semantic/breather.ts';
import type { RemoteEmbedder } from '../semantic/embedder.ts';
import { embeddingCost } from '../semantic/embedding-prices.ts';
import { textToEmbed } from '../semantic/latent-semantic-model.ts';

const passagesPerPage = 2_000;

/** What a service is about to embed. */
export interface EmbeddingPlan {
  /** As the service calls it. */
  model: string;
  passages: number;
  /** Estimated from the length of the texts, a little too high for English prose. */
  tokens: number;
  /** Of those tokens, in micro-units of a US dollar; null when the price is not known. */
  costMicros: number | null;
}

/** What an embedder is given of a passage. */
export function textOfPassage({ title, headingPath, text }: IndexablePassage): string {
  return textToEmbed({ title, headings: headingPath.join('\n'), text });
}

/** What embedding these passages will take. Reads their texts. */
export async function planEmbedding(
  store: IndexStore,
  embedder: Pick<RemoteEmbedder, 'model' | 'price'>,
  passageIds: readonly number[],
  breathe: Breather,
): Promise<EmbeddingPlan> {
  let passages = 0;
  let estimate = 0;
  for (let start = 0; start < passageIds.length; start += passagesPerPage) {
    const page = await store.passages(passageIds.slice(start, start + passagesPerPage));
    for (const passage of page) estimate += estimateTokens(textOfPassage(passage));
    passages += page.length;
    await breathe();
  }
  const tokens = Math.ceil(estimate);
  const { model, price } = embedder;
  return { model, passages, tokens, costMicros: embeddingCost(tokens, price) };
}
