import { Embeddings } from '@langchain/core/embeddings';
import type { Analyser } from '../analysis/analyser.ts';
import { weighQuery } from '../analysis/weigh-query.ts';
import type { Embedder } from './embedder.ts';
import { countTerms, type LatentSemanticModel, localWeight } from './latent-semantic-model.ts';
import { lengthOf, toUnitLength } from './unit-length.ts';

/** A text in the space. */
interface Projection {
  vector: Float32Array;
  /** Of the vector of its known terms before projection. */
  length: number;
}

/**
 * Embeds texts by projection into a fitted latent semantic space: the weighted sum of the places of
 * their terms, brought to unit length. A text without a known term becomes the zero vector.
 */
export class LatentSemanticEmbedder extends Embeddings implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly #model: LatentSemanticModel;
  readonly #analyser: Analyser;
  readonly #rowOf: ReadonlyMap<string, number>;
  /** The latest query, which is asked for its vector and its coverage. */
  #latest: (Projection & { query: string }) | null = null;

  constructor(id: string, model: LatentSemanticModel, analyser: Analyser) {
    super({});
    this.id = id;
    this.dimensions = model.dimensions;
    this.#model = model;
    this.#analyser = analyser;
    this.#rowOf = new Map(model.terms.map((term, row) => [term, row]));
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) =>
      Array.from(toUnitLength(this.#project(countTerms(text, this.#analyser)).vector)),
    );
  }

  override async embedQuery(text: string): Promise<number[]> {
    const { vector } = this.#projectQuery(text);
    return Array.from(toUnitLength(Float32Array.from(vector)));
  }

  /** The share of the query's length that remains after projection. */
  coverage(query: string): number {
    const { vector, length } = this.#projectQuery(query);
    return length === 0 ? 0 : Math.min(1, lengthOf(vector) / length);
  }

  #projectQuery(query: string): Projection {
    if (this.#latest?.query === query) return this.#latest;
    this.#latest = { query, ...this.#project(weighQuery(query, this.#analyser)) };
    return this.#latest;
  }

  #project(counts: ReadonlyMap<string, number>): Projection {
    const { termVectors, weights, dimensions } = this.#model;
    const sum = new Float64Array(dimensions);
    const places: number[] = [];
    const factors: number[] = [];
    let squares = 0;
    for (const [term, count] of counts) {
      const row = this.#rowOf.get(term);
      if (row === undefined) continue;
      const weight = localWeight(count) * (weights[row] ?? 0);
      squares += weight * weight;
      places.push(row * dimensions);
      factors.push(weight);
    }
    addWeighted(sum, termVectors, places, factors);
    return { vector: Float32Array.from(sum), length: Math.sqrt(squares) };
  }
}

/** Adds stretches of `source`, each times its factor. */
function addWeighted(
  sum: Float64Array,
  source: Float32Array,
  places: readonly number[],
  factors: readonly number[],
): void {
  const whole = places.length - (places.length % 4);
  // Four at once: the sum is then loaded and stored a quarter as often.
  for (let term = 0; term < whole; term += 4) {
    const [first, second] = [places[term] as number, places[term + 1] as number];
    const [third, fourth] = [places[term + 2] as number, places[term + 3] as number];
    const [a, b] = [factors[term] as number, factors[term + 1] as number];
    const [c, d] = [factors[term + 2] as number, factors[term + 3] as number];
    for (let at = 0; at < sum.length; at++) {
      sum[at] =
        (sum[at] as number) +
        a * (source[first + at] as number) +
        b * (source[second + at] as number) +
        c * (source[third + at] as number) +
        d * (source[fourth + at] as number);
    }
  }
  for (let term = whole; term < places.length; term++) {
    const place = places[term] as number;
    const factor = factors[term] as number;
    for (let at = 0; at < sum.length; at++) {
      sum[at] = (sum[at] as number) + factor * (source[place + at] as number);
    }
  }
}
