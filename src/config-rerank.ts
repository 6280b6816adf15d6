import { z } from 'zod';
import { integer, optionalText, url } from './config-fields.ts';

/** What puts retrieved passages into a better order; null when nothing does. */
export type RerankConfig =
  /** The model that composes answers. */
  | { kind: 'model' }
  | {
      kind: 'endpoint';
      /** All of it, such as `https://api.cohere.com/v2/rerank`. */
      url: string;
      /** Null for a server that has only one. */
      model: string | null;
      /** Null when the service needs none, as local ones do. */
      apiKey: string | null;
      /** For one order, repeated attempts included: somebody waits for it. */
      timeoutMs: number;
    };

/** The variables of reranking, as a part of the environment's schema. */
export const rerankFields = {
  RERANK: z.preprocess(
    (value) => value || undefined,
    z.enum(['off', 'model', 'endpoint']).default('off'),
  ),
  RERANK_URL: z.preprocess((value) => value || undefined, url.optional()),
  RERANK_MODEL: optionalText,
  RERANK_API_KEY: optionalText,
  RERANK_TIMEOUT_MS: integer(2_000, 100, 60_000),
};

const rerankSchema = z.object(rerankFields);

type RerankValues = z.infer<typeof rerankSchema> & { CHAT_MODEL?: string | undefined };

/** What reranks. Adds what is missing to `problems`. */
export function readRerank(values: RerankValues, problems: string[]): RerankConfig | null {
  const { RERANK: kind, RERANK_URL: address, CHAT_MODEL: chatModel } = values;
  if (kind === 'off') return null;
  if (kind === 'model') {
    if (chatModel === undefined) problems.push('CHAT_MODEL: needed when RERANK is model');
    return { kind };
  }
  if (address === undefined) {
    problems.push(
      'RERANK_URL: needed when RERANK is endpoint, such as http://127.0.0.1:8080/rerank',
    );
    return null;
  }
  return {
    kind,
    url: address,
    model: values.RERANK_MODEL ?? null,
    apiKey: values.RERANK_API_KEY ?? null,
    timeoutMs: values.RERANK_TIMEOUT_MS,
  };
}
