/** US dollars for a million tokens. */
type DollarsPerMillion = Readonly<Record<string, number>>;

const million = 1_000_000;

/**
 * OpenAI's list prices, without tax or discount, gathered on 2026-11-22 from several copies that
 * others made of https://developers.openai.com/api/docs/pricing. `EMBEDDING_PRICE_USD` takes their
 * place where they have changed, and for other models.
 */
const listPrices: DollarsPerMillion = {
  'text-embedding-3-small': 0.02,
  'text-embedding-3-large': 0.13,
  'text-embedding-ada-002': 0.1,
};

/** Micro-units of a US dollar for a million tokens, whole; null when the price is not known. */
export function embeddingPriceOf(model: string): number | null {
  const dollars = Object.hasOwn(listPrices, model) ? listPrices[model] : undefined;
  return dollars === undefined ? null : Math.round(dollars * million);
}

/** What tokens cost, in whole micro-units of a US dollar, rounded up; null without a price. */
export function embeddingCost(tokens: number, price: number | null): number | null {
  return price === null ? null : Math.ceil((tokens * price) / million);
}
