import { Embeddings } from '@langchain/core/embeddings';
import type { Analyser } from '../analysis/analyser.ts';
import { weighQuery } from '../analysis/weigh-query.ts';
import type { Embedder } from './embedder.ts';
import { countTerms, type LatentSemanticModel, localWeight } from './latent-semantic-model.ts';
import { lengthOf, toUnitLength } from './unit-length.ts';

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
    return Array.from(toUnitLength(this.#project(weighQuery(text, this.#analyser)).vector));
  }

  /** The share of the query's length that remains after projection. */
  coverage(query: string): number {
    const { vector, length } = this.#project(weighQuery(query, this.#analyser));
    return length === 0 ? 0 : Math.min(1, lengthOf(vector) / length);
  }

  /** Projects weighted terms; `length` is that of the vector of known terms before projection. */
  #project(counts: ReadonlyMap<string, number>): { vector: Float32Array; length: number } {
    const { termVectors, weights, dimensions } = this.#model;
    const vector = new Float32Array(dimensions);
    let squares = 0;
    for (const [term, count] of counts) {
      const row = this.#rowOf.get(term);
      if (row === undefined) continue;
      const weight = localWeight(count) * (weights[row] ?? 0);
      squares += weight * weight;
      const offset = row * dimensions;
      for (let at = 0; at < dimensions; at++) {
        vector[at] = (vector[at] as number) + weight * (termVectors[offset + at] as number);
      }
    }
    return { vector, length: Math.sqrt(squares) };
  }
}
