import type { EmbeddingPlan, EmbeddingUsage } from '../retrieval/index.ts';

const million = 1_000_000;
const cent = 10_000;

/** What a service is about to embed, or, in a dry run, would embed, and what that will cost. */
export function describeEmbeddingPlan(
  { model, passages, tokens, costMicros }: EmbeddingPlan,
  { isDryRun }: { isDryRun: boolean },
): string {
  const what = `${passagesInWords(passages)} with ${model}`;
  const cost = `${(costMicros ?? 0) >= cent ? 'about ' : ''}${costInWords(costMicros)}`;
  const estimate = `about ${roughly(tokens)} tokens, ${cost}, estimated from the length of the texts`;
  return `${isDryRun ? 'Would embed' : 'Embedding'} ${what}: ${estimate}`;
}

/** What a service has embedded, as it counted. */
export function describeEmbeddingUsage(usage: EmbeddingUsage): string {
  const { model, passages, refused, tokens, costMicros } = usage;
  const used =
    tokens === null
      ? 'the service counts no tokens'
      : `${tokens.toLocaleString('en-GB')} tokens, ${costInWords(costMicros)}`;
  const line = `Embedded ${passagesInWords(passages)} with ${model}: ${used}`;
  if (refused === 0) return line;
  return `${line}\n${passagesInWords(refused)} that the service refuses can be found by their words only`;
}

function passagesInWords(count: number): string {
  return count === 1 ? '1 passage' : `${count.toLocaleString('en-GB')} passages`;
}

/** Two digits: the estimate is no better. */
function roughly(tokens: number): string {
  if (tokens >= million)
    return `${(tokens / million).toFixed(tokens < 10 * million ? 1 : 0)} million`;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, tokens))) - 1);
  return (Math.round(tokens / unit) * unit).toLocaleString('en-GB');
}

function costInWords(micros: number | null): string {
  if (micros === null) return 'at a price that is not known (EMBEDDING_PRICE_USD says it)';
  if (micros === 0) return 'at no cost';
  return micros < cent ? 'less than $0.01' : `$${(micros / million).toFixed(2)}`;
}
