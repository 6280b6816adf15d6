import { Embeddings } from '@langchain/core/embeddings';
import type { Analyser } from '../analysis/analyser.ts';
import type { Embedder } from './embedder.ts';
import { type LatentSemanticModel, localWeight } from './latent-semantic-model.ts';
import { toUnitLength } from './unit-length.ts';

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
    return texts.map((text) => Array.from(this.project(text)));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return Array.from(this.project(text));
  }

  /** The same as {@link embedQuery}, at once and without a copy. */
  project(text: string): Float32Array {
    const counts = new Map<number, number>();
    for (const term of this.#analyser.terms(text)) {
      const row = this.#rowOf.get(term);
      if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    const { termVectors, weights, dimensions } = this.#model;
    const vector = new Float32Array(dimensions);
    for (const [row, count] of counts) {
      const weight = localWeight(count) * (weights[row] ?? 0);
      const offset = row * dimensions;
      for (let at = 0; at < dimensions; at++) {
        vector[at] = (vector[at] as number) + weight * (termVectors[offset + at] as number);
      }
    }
    return toUnitLength(vector);
  }
}
