import { setTimeout as pause } from 'node:timers/promises';
import type OpenAI from 'openai';
import { z } from 'zod';
import type { ConcordError } from '../errors.ts';
import { Deadline } from './deadline.ts';
import { invalidRequestText } from './describe-chat-failure.ts';
import {
  type DescribedEmbeddingFailure,
  describeEmbeddingFailure,
  embeddingInvalid,
  embeddingTimeout,
} from './describe-embedding-failure.ts';
import { createOpenAiClient } from './openai-client.ts';
import { pauseBeforeNext } from './service-failure.ts';

export interface EmbeddingEndpointOptions {
  /** Null for a service that needs none. */
  apiKey: string | null;
  /** Address of an OpenAI-compatible service; OpenAI's own when left out. */
  baseUrl?: string | undefined;
  model: string;
  /** Length of the vectors asked for. */
  dimensions: number;
  /** For one attempt of a request. */
  timeoutMs: number;
  /** Before the second attempt, at most; twice as long before each further one. */
  firstPauseMs?: number;
}

/** Vectors of unit length, in the order of the texts. */
export interface EmbeddedTexts {
  vectors: Float32Array[];
  /** Null when the service does not count. */
  tokens: number | null;
}

/** The service takes none of the request; smaller or other texts may do. */
export class RequestRefused extends Error {
  override readonly cause: ConcordError;

  constructor(cause: ConcordError) {
    super(cause.message);
    this.cause = cause;
  }
}

/** Longer pauses are left to whoever asks: nothing is gained by holding the texts meanwhile. */
const longestPauseMs = 60_000;
/** Longer texts are cut: no passage is, and a question that long is not one. */
const longestText = 24_000;
/** How OpenAI names the parameter, and vLLM the ability that a model lacks. */
const refusesDimensions = /\bdimensions?\b|matryoshka/i;

const answerSchema = z.object({
  data: z
    .array(z.object({ index: z.number().optional(), embedding: z.array(z.unknown()) }))
    .default([]),
  usage: z.object({ prompt_tokens: z.number().nonnegative() }).nullish().catch(null),
});

/**
 * The embeddings endpoint of OpenAI or a compatible service, one request at a time. Failures that
 * pass are tried again after growing random pauses, or the time that the service asks for.
 */
export class EmbeddingEndpoint {
  /** Names model, dimensions and service: `MODEL:DIMENSIONS@HOST`. */
  readonly id: string;
  readonly #client: OpenAI;
  readonly #options: EmbeddingEndpointOptions;
  /** Whether vectors are asked for by their length; models that have one length refuse that. */
  #asksForLength = true;

  constructor(options: EmbeddingEndpointOptions) {
    this.#options = options;
    this.#client = createOpenAiClient(options);
    this.id = `${options.model}:${options.dimensions}@${new URL(this.#client.baseURL).host}`;
  }

  /**
   * @param attempts how often to ask when it fails for reasons that pass, from 1.
   * @param signal its reason is thrown when it aborts.
   * @throws {RequestRefused} when the service takes the request for invalid.
   * @throws {ConcordError} `embedding-failed` or `embedding-invalid`.
   */
  async embed(
    texts: readonly string[],
    attempts: number,
    signal: AbortSignal,
  ): Promise<EmbeddedTexts> {
    for (let attempt = 1; ; ) {
      const asksForLength = this.#asksForLength;
      try {
        return this.#read(await this.#request(texts, asksForLength, signal), texts.length);
      } catch (error) {
        signal.throwIfAborted();
        if (asksForLength && refusesDimensions.test(invalidRequestText(error) ?? '')) {
          this.#asksForLength = false;
          continue;
        }
        const described = describeEmbeddingFailure(this.id, error);
        if (described.isRefusal) throw new RequestRefused(described.error);
        if (!described.isPassing || attempt >= attempts) throw described.error;
        await this.#pauseOrThrow(described, attempt, signal);
        attempt += 1;
      }
    }
  }

  async #pauseOrThrow(
    { error, waitMs }: DescribedEmbeddingFailure,
    attempt: number,
    signal: AbortSignal,
  ): Promise<void> {
    const ms = pauseBeforeNext(waitMs, attempt, this.#options.firstPauseMs ?? 500);
    if (ms > longestPauseMs) throw error;
    await pause(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
  }

  async #request(
    texts: readonly string[],
    asksForLength: boolean,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { model, dimensions, timeoutMs } = this.#options;
    const deadline = new Deadline(timeoutMs, signal, () =>
      embeddingTimeout(this.id, 'OPENAI_TIMEOUT_MS'),
    );
    try {
      return await this.#client.embeddings.create(
        {
          model,
          // An empty text is refused; a blank one has a vector like any other.
          input: texts.map((text) => text.slice(0, longestText) || ' '),
          ...(asksForLength && { dimensions }),
          encoding_format: 'float',
        },
        { signal: deadline.signal },
      );
    } catch (error) {
      deadline.signal.throwIfAborted();
      throw error;
    } finally {
      deadline.pause();
    }
  }

  #read(answer: unknown, count: number): EmbeddedTexts {
    const parsed = answerSchema.safeParse(answer);
    const { data = [], usage } = parsed.data ?? {};
    const byPlace = new Map(data.map(({ index, embedding }, at) => [index ?? at, embedding]));
    const vectors = Array.from({ length: count }, (_, at) => {
      const values = byPlace.get(at);
      if (values === undefined) throw this.#invalid(`no vector for text ${at + 1} of ${count}`);
      return this.#toVector(values);
    });
    return { vectors, tokens: usage?.prompt_tokens ?? null };
  }

  /** Brings the numbers of a vector to length 1. */
  #toVector(values: readonly unknown[]): Float32Array {
    const { dimensions, model } = this.#options;
    if (values.length !== dimensions) {
      const problem = `${values.length} dimensions instead of ${dimensions}`;
      const mend = `Set EMBEDDING_DIMENSIONS=${values.length} if ${model} is the model you want, or check EMBEDDING_MODEL.`;
      throw this.#invalid(problem, mend);
    }
    let squares = 0;
    for (const value of values) {
      if (!Number.isFinite(value)) {
        throw this.#invalid('a vector that holds something else than numbers');
      }
      squares += (value as number) ** 2;
    }
    const length = Math.sqrt(squares) || 1;
    return Float32Array.from(values as readonly number[], (value) => value / length);
  }

  #invalid(problem: string, mend = 'Check EMBEDDING_MODEL and OPENAI_BASE_URL.'): ConcordError {
    return embeddingInvalid(this.id, problem, mend);
  }
}
