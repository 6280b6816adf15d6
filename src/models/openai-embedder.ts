import { Embeddings } from '@langchain/core/embeddings';
import { estimateTokens } from '../library/index.ts';
import type { EmbeddedBatch, RemoteEmbedder } from '../retrieval/index.ts';
import { Deadline } from './deadline.ts';
import { embeddingTimeout } from './describe-embedding-failure.ts';
import {
  type EmbeddedTexts,
  EmbeddingEndpoint,
  type EmbeddingEndpointOptions,
  RequestRefused,
} from './embedding-endpoint.ts';

export interface OpenAiEmbedderOptions extends EmbeddingEndpointOptions {
  /** For a question, repeated attempts included: somebody waits for its answer. */
  queryTimeoutMs: number;
  /** Most requests under way at once, for the texts of the library. */
  concurrency: number;
  /** Micro-units of a US dollar for a million tokens; null when it is not known. */
  price: number | null;
}

/**
 * OpenAI takes up to 2,048 texts and 300,000 tokens a request
 * (https://platform.openai.com/docs/api-reference/embeddings/create). Less of both: the tokens are
 * estimated, and what is under way is lost when the process is killed.
 */
const mostTexts = 256;
const mostTokens = 120_000;
/** In the vectors of one answer, which are read in one go: searches wait for that. */
const mostNumbers = 131_072;
const attemptsForTexts = 4;
/** Somebody waits, and the words alone find much, too. */
const attemptsForQuery = 2;
/** A text that was refused is not cut to less than this many characters. */
const shortestCut = 500;
/** A text that no service has a reason to refuse. */
const harmlessText = 'library';

/** A batch as it was tried. */
interface TriedBatch extends EmbeddedBatch {
  /** Whether every text was taken as it is. */
  isWhole: boolean;
}

/** A batch that is done, or why it is not. */
type Outcome = { of: Promise<Outcome> } & ({ batch: EmbeddedBatch } | { error: unknown });

/**
 * Embeds texts with the embeddings endpoint of OpenAI or a compatible service. A batch that the
 * service does not take is halved, down to the single text, which is cut and in the end left out;
 * what size it does take is remembered.
 *
 * @throws {ConcordError} `embedding-failed` when the service stays away or refuses,
 *   `embedding-invalid` when it answers with something else than asked for.
 */
export class OpenAiEmbedder extends Embeddings implements RemoteEmbedder {
  readonly id: string;
  readonly model: string;
  readonly dimensions: number;
  readonly price: number | null;
  readonly #endpoint: EmbeddingEndpoint;
  readonly #queryTimeoutMs: number;
  readonly #concurrency: number;
  #mostTexts: number;
  /** Whether the service has ever taken a request. */
  #isAccepted = false;

  constructor(options: OpenAiEmbedderOptions) {
    super({});
    this.#endpoint = new EmbeddingEndpoint(options);
    this.id = this.#endpoint.id;
    this.model = options.model;
    this.dimensions = options.dimensions;
    this.price = options.price;
    this.#mostTexts = Math.min(
      mostTexts,
      Math.max(1, Math.floor(mostNumbers / options.dimensions)),
    );
    this.#queryTimeoutMs = options.queryTimeoutMs;
    this.#concurrency = options.concurrency;
  }

  /** The model understands any text. */
  coverage(_query: string): number {
    return 1;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const timeout = () => embeddingTimeout(this.id, 'EMBEDDING_QUERY_TIMEOUT_MS');
    const deadline = new Deadline(this.#queryTimeoutMs, undefined, timeout);
    try {
      const { vectors } = await this.#embed([text], deadline.signal, attemptsForQuery);
      const [vector = []] = vectors;
      return Array.from(vector);
    } catch (error) {
      throw error instanceof RequestRefused ? error.cause : error;
    } finally {
      deadline.pause();
    }
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const all: number[][] = texts.map(() => []);
    for await (const { places, vectors } of this.embedMany(texts, new AbortController().signal)) {
      places.forEach((place, at) => {
        all[place] = Array.from(vectors[at] ?? []);
      });
    }
    return all;
  }

  async *embedMany(
    texts: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<EmbeddedBatch, void, undefined> {
    const leaving = new AbortController();
    const stop = AbortSignal.any([signal, leaving.signal]);
    const running = new Set<Promise<Outcome>>();
    let next = 0;
    let failure: { error: unknown } | null = null;
    try {
      while (true) {
        // The first request alone finds out what the service takes.
        const most = this.#isAccepted ? this.#concurrency : 1;
        while (failure === null && next < texts.length && running.size < most) {
          const places = this.#takeBatch(texts, next);
          next += places.length;
          const outcome: Promise<Outcome> = this.#embedBatch(texts, places, stop).then(
            (batch) => ({ of: outcome, batch }),
            (error: unknown) => ({ of: outcome, error }),
          );
          running.add(outcome);
        }
        if (running.size === 0) break;
        const outcome = await Promise.race(running);
        running.delete(outcome.of);
        if ('batch' in outcome) yield outcome.batch;
        else failure ??= outcome;
      }
      if (failure !== null) throw failure.error;
    } finally {
      leaving.abort();
      await Promise.all(running);
    }
  }

  /** Places of as many texts, from one on, as fit into a request; at least that one. */
  #takeBatch(texts: readonly string[], from: number): number[] {
    const places: number[] = [];
    let tokens = 0;
    for (let at = from; at < texts.length && places.length < this.#mostTexts; at += 1) {
      tokens += estimateTokens(texts[at] ?? '');
      if (places.length > 0 && tokens > mostTokens) break;
      places.push(at);
    }
    return places;
  }

  async #embedBatch(
    texts: readonly string[],
    places: number[],
    signal: AbortSignal,
  ): Promise<TriedBatch> {
    try {
      const own = places.map((place) => texts[place] ?? '');
      return { places, refused: [], isWhole: true, ...(await this.#embed(own, signal)) };
    } catch (error) {
      if (!(error instanceof RequestRefused)) throw error;
      // Is it the texts, or would the service take none whatever?
      if (!this.#isAccepted) await this.#probe(signal);
      if (places.length === 1) return this.#embedCut(texts[places[0] ?? 0] ?? '', places, signal);
    }
    const half = Math.ceil(places.length / 2);
    const first = await this.#embedBatch(texts, places.slice(0, half), signal);
    const second = await this.#embedBatch(texts, places.slice(half), signal);
    const joined = joinBatches(first, second);
    // Where no single text was the matter, the size was.
    if (joined.isWhole) this.#mostTexts = Math.min(this.#mostTexts, half);
    return joined;
  }

  /** A text that was refused whole, cut until it is taken or there is hardly anything left. */
  async #embedCut(text: string, places: number[], signal: AbortSignal): Promise<TriedBatch> {
    const half = text.slice(0, Math.ceil(text.length / 2));
    if (half.length < shortestCut) {
      return { places: [], vectors: [], refused: places, tokens: 0, isWhole: false };
    }
    try {
      return { places, refused: [], isWhole: false, ...(await this.#embed([half], signal)) };
    } catch (error) {
      if (!(error instanceof RequestRefused)) throw error;
      return this.#embedCut(half, places, signal);
    }
  }

  async #probe(signal: AbortSignal): Promise<void> {
    try {
      await this.#embed([harmlessText], signal);
    } catch (error) {
      throw error instanceof RequestRefused ? error.cause : error;
    }
  }

  async #embed(
    texts: readonly string[],
    signal: AbortSignal,
    attempts = attemptsForTexts,
  ): Promise<EmbeddedTexts> {
    const embedded = await this.#endpoint.embed(texts, attempts, signal);
    this.#isAccepted = true;
    return embedded;
  }
}

function joinBatches(first: TriedBatch, second: TriedBatch): TriedBatch {
  const isCounted = first.tokens !== null && second.tokens !== null;
  return {
    places: [...first.places, ...second.places],
    vectors: [...first.vectors, ...second.vectors],
    refused: [...first.refused, ...second.refused],
    tokens: isCounted ? (first.tokens ?? 0) + (second.tokens ?? 0) : null,
    isWhole: first.isWhole && second.isWhole,
  };
}
