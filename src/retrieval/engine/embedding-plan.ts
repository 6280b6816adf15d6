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

export interface EmbeddingPlanRequest {
  embedder: Pick<RemoteEmbedder, 'model' | 'price'>;
  /** Ids of passages whose texts are stored. */
  missing: readonly number[];
  /** What is about to be added to the library, counted by itself. */
  added: { passages: number; tokens: number };
  breathe: Breather;
}

/** What embedding will take. Reads the texts. */
export async function planEmbedding(
  store: Pick<IndexStore, 'passages'>,
  { embedder: { model, price }, missing, added, breathe }: EmbeddingPlanRequest,
): Promise<EmbeddingPlan> {
  let { passages, tokens: estimate } = added;
  for (let start = 0; start < missing.length; start += passagesPerPage) {
    const page = await store.passages(missing.slice(start, start + passagesPerPage));
    for (const passage of page) estimate += estimateTokens(textOfPassage(passage));
    passages += page.length;
    await breathe();
  }
  const tokens = Math.ceil(estimate);
  return { model, passages, tokens, costMicros: embeddingCost(tokens, price) };
}
