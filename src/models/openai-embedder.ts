import { Embeddings } from '@langchain/core/embeddings';
import OpenAI, { APIError, APIUserAbortError } from 'openai';
import { ConcordError } from '../errors.ts';
import type { Embedder } from '../retrieval/index.ts';

export interface OpenAiEmbedderOptions {
  apiKey: string;
  /** Address of an OpenAI-compatible service; OpenAI's own when left out. */
  baseUrl?: string | undefined;
  model: string;
  /** Length of the vectors asked for. */
  dimensions: number;
  /** For one request. */
  timeoutMs: number;
}

/** OpenAI takes up to 2,048 texts and 300,000 tokens a request; passages have some 350 tokens. */
const textsPerRequest = 256;
/** Longer texts are cut: no passage is, and a question that long is not one. */
const longestText = 24_000;
const attempts = 4;

/**
 * Embeds texts with the embeddings endpoint of OpenAI or a compatible service. Requests that fail
 * for a passing reason (rate limit, overload, connection) are repeated with growing pauses.
 *
 * @throws {ConcordError} `embedding-failed` when the service stays away or refuses,
 *   `embedding-invalid` when it answers with something else than asked for.
 */
export class OpenAiEmbedder extends Embeddings implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly #client: OpenAI;
  readonly #model: string;

  constructor({ apiKey, baseUrl, model, dimensions, timeoutMs }: OpenAiEmbedderOptions) {
    super({});
    this.#client = new OpenAI({
      apiKey,
      baseURL: baseUrl ?? 'https://api.openai.com/v1',
      timeout: timeoutMs,
      maxRetries: attempts - 1,
    });
    this.#model = model;
    this.dimensions = dimensions;
    this.id = `${model}:${dimensions}@${new URL(this.#client.baseURL).host}`;
  }

  /** The model understands any text. */
  coverage(_query: string): number {
    return 1;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector] = await this.embedDocuments([text]);
    return vector ?? [];
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let start = 0; start < texts.length; start += textsPerRequest) {
      const batch = texts.slice(start, start + textsPerRequest);
      for (const vector of await this.#embed(batch)) vectors.push(vector);
    }
    return vectors;
  }

  async #embed(texts: readonly string[]): Promise<number[][]> {
    const response = await this.#request(texts);
    const byIndex = new Map((response.data ?? []).map((one) => [one.index, one.embedding]));
    return texts.map((_, at) => {
      const vector = byIndex.get(at);
      const problem = !vector
        ? `no vector for text ${at + 1} of ${texts.length}`
        : vector.length !== this.dimensions
          ? `${vector.length} dimensions instead of ${this.dimensions}`
          : vector.every(Number.isFinite)
            ? null
            : 'a vector that holds something else than numbers';
      if (!vector || problem) {
        throw new ConcordError('embedding-invalid', `${this.id}: ${problem}`, {
          forPeople: `The embedding service answered with ${problem}. Check EMBEDDING_MODEL and EMBEDDING_DIMENSIONS.`,
        });
      }
      return toUnitLength(vector);
    });
  }

  async #request(texts: readonly string[]): Promise<OpenAI.CreateEmbeddingResponse> {
    try {
      return await this.#client.embeddings.create({
        model: this.#model,
        // An empty text is refused; a blank one has a vector like any other.
        input: texts.map((text) => text.slice(0, longestText) || ' '),
        dimensions: this.dimensions,
        encoding_format: 'float',
      });
    } catch (cause) {
      if (cause instanceof APIUserAbortError || !(cause instanceof APIError)) throw cause;
      const status = cause.status ?? null;
      throw new ConcordError('embedding-failed', `${this.id}: ${cause.message}`, {
        cause,
        details: { status },
        forPeople: describeFailure(status),
      });
    }
  }
}

function describeFailure(status: number | null): string {
  if (status === 401 || status === 403) {
    return 'The embedding service refused the key. Check OPENAI_API_KEY and OPENAI_BASE_URL.';
  }
  if (status === 404) {
    return 'The embedding service does not know the model. Check EMBEDDING_MODEL and OPENAI_BASE_URL.';
  }
  if (status === 400 || status === 422) {
    return 'The embedding service refused the request. Check EMBEDDING_MODEL and EMBEDDING_DIMENSIONS.';
  }
  return 'The embedding service cannot be reached or is overloaded. Try again later, or check OPENAI_BASE_URL.';
}

function toUnitLength(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}
