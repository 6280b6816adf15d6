import { z } from 'zod';
import { dollars, integer, optionalText } from './config-fields.ts';

/** A service that embeds texts, and how it is asked. */
export interface EmbeddingServiceConfig {
  /** Null when the service needs none, as local ones do. */
  apiKey: string | null;
  /** OpenAI's own when undefined. */
  baseUrl: string | undefined;
  /** For one request with texts of the library. */
  timeoutMs: number;
  /** For a question, repeated attempts included. */
  queryTimeoutMs: number;
  /** Most requests under way at once. */
  concurrency: number;
}

export interface EmbedderConfig {
  embedder:
    | { kind: 'local' }
    | ({
        kind: 'openai';
        model: string;
        dimensions: number;
        /** Micro-units of a US dollar for a million tokens; null to look it up. */
        price: number | null;
      } & EmbeddingServiceConfig);
  /**
   * The service that is within reach, whatever embedder is chosen: what an earlier choice embedded
   * there is searched until the library is embedded anew. Null without key and address.
   */
  embeddingService: EmbeddingServiceConfig | null;
}

/** The variables of the embedder, as a part of the environment's schema. */
export const embeddingFields = {
  EMBEDDER: z.preprocess((value) => value || undefined, z.enum(['local', 'openai']).optional()),
  EMBEDDING_MODEL: optionalText.transform((value) => value ?? 'text-embedding-3-small'),
  EMBEDDING_DIMENSIONS: integer(512, 8, 4_096),
  EMBEDDING_CONCURRENCY: integer(4, 1, 64),
  EMBEDDING_QUERY_TIMEOUT_MS: integer(2_000, 100, 60_000),
  EMBEDDING_PRICE_USD: dollars(
    0,
    'for a million tokens, such as 0.02; leave it empty for the list price',
  ),
};

const embeddingSchema = z.object(embeddingFields);

type EmbeddingValues = z.infer<typeof embeddingSchema> & {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
  OPENAI_TIMEOUT_MS: number;
};

/** The embedder: OpenAI's when there is a key and nothing else is said. Adds to `problems`. */
export function readEmbedder(values: EmbeddingValues, problems: string[]): EmbedderConfig {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = values;
  const isWithinReach = apiKey !== undefined || baseUrl !== undefined;
  const service: EmbeddingServiceConfig = {
    apiKey: apiKey ?? null,
    baseUrl,
    timeoutMs: values.OPENAI_TIMEOUT_MS,
    queryTimeoutMs: values.EMBEDDING_QUERY_TIMEOUT_MS,
    concurrency: values.EMBEDDING_CONCURRENCY,
  };
  const embeddingService = isWithinReach ? service : null;
  const kind = values.EMBEDDER ?? (apiKey === undefined ? 'local' : 'openai');
  if (kind === 'local') return { embedder: { kind }, embeddingService };
  if (!isWithinReach) {
    problems.push(
      'OPENAI_API_KEY: needed when EMBEDDER is openai, unless OPENAI_BASE_URL names a server that takes none',
    );
  }
  const { EMBEDDING_MODEL: model, EMBEDDING_DIMENSIONS: dimensions } = values;
  const price = values.EMBEDDING_PRICE_USD;
  return { embedder: { kind, model, dimensions, price, ...service }, embeddingService };
}
