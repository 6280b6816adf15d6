import { setTimeout as pause } from 'node:timers/promises';
import type OpenAI from 'openai';
import type { Reranker, RetrievedPassage } from '../retrieval/index.ts';
import { Deadline } from './deadline.ts';
import {
  describeRerankFailure,
  rerankFailure,
  rerankInvalid,
  rerankTimeout,
} from './describe-rerank-failure.ts';
import { createOpenAiClient } from './openai-client.ts';
import { readRerankAnswer } from './read-rerank-answer.ts';
import { pauseBeforeNext } from './service-failure.ts';

export interface EndpointRerankerOptions {
  /** All of the endpoint's address. */
  url: string;
  /** Null for a server that has only one. */
  model: string | null;
  /** Null for a service that needs none. */
  apiKey: string | null;
  /** For one order, repeated attempts included. */
  timeoutMs: number;
  /** Before the second attempt, at most. */
  firstPauseMs?: number;
}

/** What Text Embeddings Inference takes at once unless told otherwise (`--max-client-batch-size`). */
const mostPassages = 32;
const attempts = 2;
/** UTF-16 code units; no passage is that long. */
const longestText = 8_000;

/** How the texts are handed over. */
type Dialect = 'documents' | 'texts';

/**
 * Reranks with a service's rerank endpoint. Two dialects are spoken, and which one a service
 * understands is found out with the first request and remembered:
 *
 * - `{ model, query, documents }`, as Cohere (https://docs.cohere.com/reference/rerank), Jina, Voyage,
 *   vLLM and llama.cpp do. What limits the number of results has two names and is left out: by default
 *   all of them give all results.
 * - `{ query, texts, truncate }`, as Text Embeddings Inference does
 *   (https://huggingface.github.io/text-embeddings-inference).
 *
 * Nothing of an answer is trusted but numbers. Throws `ConcordError`s: `rerank-failed`,
 * `rerank-invalid`.
 */
export class EndpointReranker implements Reranker {
  readonly mostPassages = mostPassages;
  readonly #options: EndpointRerankerOptions;
  readonly #client: OpenAI;
  /** Null until the service has taken one. */
  #dialect: Dialect | null = null;

  constructor(options: EndpointRerankerOptions) {
    this.#options = options;
    this.#client = createOpenAiClient({ apiKey: options.apiKey, baseUrl: options.url });
  }

  rerank(
    query: string,
    passages: readonly RetrievedPassage[],
    signal: AbortSignal | undefined,
  ): Promise<readonly number[]> {
    return this.order(query, passages.map(writeOut), signal);
  }

  /** Places of texts, best first; at least one. */
  async order(
    query: string,
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly number[]> {
    const { timeoutMs, firstPauseMs = 200 } = this.#options;
    const deadline = new Deadline(timeoutMs, signal, rerankTimeout);
    try {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const places = readRerankAnswer(
            await this.#ask(query, texts, deadline.signal),
            texts.length,
          );
          if (places.length === 0) throw rerankInvalid();
          return places;
        } catch (error) {
          deadline.signal.throwIfAborted();
          const { isPassing, waitMs } = describeRerankFailure(error);
          const ms = pauseBeforeNext(waitMs, attempt, firstPauseMs);
          if (!isPassing || attempt >= attempts || ms >= deadline.remainingMs) {
            throw rerankFailure(error);
          }
          await pause(ms, undefined, { signal: deadline.signal }).catch(() =>
            deadline.signal.throwIfAborted(),
          );
        }
      }
    } finally {
      deadline.pause();
    }
  }

  async #ask(query: string, texts: readonly string[], signal: AbortSignal): Promise<unknown> {
    const first = this.#dialect ?? 'documents';
    try {
      return await this.#post(first, query, texts, signal);
    } catch (error) {
      if (this.#dialect !== null || !describeRerankFailure(error).isRefusal) throw error;
      return await this.#post('texts', query, texts, signal).catch((again: unknown) => {
        // What the first one says is about the dialect that most services speak.
        throw describeRerankFailure(again).isRefusal ? error : again;
      });
    }
  }

  async #post(
    dialect: Dialect,
    query: string,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<unknown> {
    const { url, model } = this.#options;
    const body =
      dialect === 'texts'
        ? { query, texts, truncate: true }
        : { ...(model === null ? {} : { model }), query, documents: texts };
    const answer: unknown = await this.#client.post(url, { body, signal });
    this.#dialect = dialect;
    return answer;
  }
}

function writeOut({ passage, publication }: RetrievedPassage): string {
  return [publication.title, passage.headingPath.join(' › '), passage.text]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, longestText);
}
