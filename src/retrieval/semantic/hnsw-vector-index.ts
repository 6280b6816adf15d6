import hnswlib from 'hnswlib-node';
import { growArray } from '../arrays/grow-array.ts';
import { type ScoredKey, selectTop } from '../arrays/select-top.ts';
import { type Spread, spreadOf } from '../arrays/spread.ts';
import type { KeyedVector, VectorIndex } from './vector-index.ts';

/** Below this many vectors a scan of all is as fast as the graph, and exact. */
const fewestForGraph = 6_000;
/** A search that may see fewer than this share of the vectors scans those instead. */
const smallestShareForGraph = 0.1;
const sampleForSpread = 1_000;
const neighboursPerNode = 16;
const constructionBreadth = 100;
const seed = 100;

/**
 * Vectors in one array, searched exactly while they are few and through an HNSW graph (Malkov and
 * Yashunin, 2016; hnswlib) when they are many.
 */
export class HnswVectorIndex implements VectorIndex {
  readonly #dimensions: number;
  #vectors = new Float32Array(0);
  #present = new Uint8Array(0);
  #count = 0;
  #graph: hnswlib.HierarchicalNSW | null = null;
  #graphCapacity = 0;

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
  }

  get size(): number {
    return this.#count;
  }

  has(key: number): boolean {
    return this.#present[key] === 1;
  }

  upsert(vectors: readonly KeyedVector[]): void {
    for (const { key, vector } of vectors) {
      this.#checkLength(vector);
      const isKnown = this.has(key);
      this.#present = growArray(this.#present, key + 1);
      this.#vectors = growArray(this.#vectors, (key + 1) * this.#dimensions);
      this.#vectors.set(vector, key * this.#dimensions);
      this.#present[key] = 1;
      if (!isKnown) this.#count++;
      if (this.#graph) this.#addToGraph(this.#graph, key, isKnown);
    }
    if (!this.#graph && this.#count >= fewestForGraph) this.#buildGraph();
  }

  remove(keys: readonly number[]): void {
    for (const key of keys) {
      if (!this.has(key)) continue;
      this.#present[key] = 0;
      this.#count--;
      this.#graph?.markDelete(key);
    }
  }

  vector(key: number): Float32Array | null {
    if (!this.has(key)) return null;
    return this.#vectors.subarray(key * this.#dimensions, (key + 1) * this.#dimensions);
  }

  spread(vector: Float32Array): Spread {
    const step = Math.max(1, Math.floor(this.#present.length / sampleForSpread));
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let key = 0; key < this.#present.length; key += step) {
      if (!this.has(key)) continue;
      const similarity = this.#dot(vector, key);
      count++;
      sum += similarity;
      squares += similarity * similarity;
    }
    return spreadOf(sum, squares, count);
  }

  /** Cosine similarity of two vectors; null when one of them is unknown. */
  similarityBetween(left: number, right: number): number | null {
    if (!this.has(left) || !this.has(right)) return null;
    const start = left * this.#dimensions;
    return this.#dot(this.#vectors.subarray(start, start + this.#dimensions), right);
  }

  search(vector: Float32Array, limit: number, accepts: (key: number) => boolean): ScoredKey[] {
    this.#checkLength(vector);
    const acceptsPresent = (key: number): boolean => this.has(key) && accepts(key);
    if (this.#graph && this.#shareAccepted(acceptsPresent) >= smallestShareForGraph) {
      const found = this.#searchGraph(this.#graph, vector, limit, acceptsPresent);
      if (found.length >= Math.min(limit, this.#count)) return found;
    }
    const keys = this.#present.keys();
    return selectTop(
      keys.filter(acceptsPresent),
      (key) => this.#dot(vector, key),
      limit,
      () => true,
    );
  }

  #searchGraph(
    graph: hnswlib.HierarchicalNSW,
    vector: Float32Array,
    limit: number,
    accepts: (key: number) => boolean,
  ): ScoredKey[] {
    const breadth = Math.min(limit, this.#count);
    graph.setEf(Math.max(64, Math.ceil(breadth * 1.2)));
    const { neighbors, distances } = graph.searchKnn(Array.from(vector), breadth, accepts);
    return neighbors
      .map((key, at) => ({ key, score: 1 - (distances[at] ?? 1) }))
      .sort((a, b) => b.score - a.score || a.key - b.key);
  }

  /** Estimated from evenly spread keys, so that its cost does not grow with the library. */
  #shareAccepted(accepts: (key: number) => boolean): number {
    const step = Math.max(1, Math.floor(this.#present.length / 500));
    let looked = 0;
    let accepted = 0;
    for (let key = 0; key < this.#present.length; key += step) {
      looked++;
      if (accepts(key)) accepted++;
    }
    return accepted / Math.max(1, looked);
  }

  #buildGraph(): void {
    this.#graphCapacity = Math.ceil(this.#count * 1.5);
    const graph = new hnswlib.HierarchicalNSW('ip', this.#dimensions);
    graph.initIndex({
      maxElements: this.#graphCapacity,
      m: neighboursPerNode,
      efConstruction: constructionBreadth,
      randomSeed: seed,
      allowReplaceDeleted: true,
    });
    this.#graph = graph;
    for (const key of this.#present.keys()) {
      if (this.has(key)) this.#addToGraph(graph, key, false);
    }
  }

  #addToGraph(graph: hnswlib.HierarchicalNSW, key: number, isKnown: boolean): void {
    const start = key * this.#dimensions;
    const point = Array.from(this.#vectors.subarray(start, start + this.#dimensions));
    if (graph.getCurrentCount() >= this.#graphCapacity) {
      this.#graphCapacity = Math.ceil(this.#graphCapacity * 1.5);
      graph.resizeIndex(this.#graphCapacity);
    }
    graph.addPoint(point, key, !isKnown);
  }

  #dot(vector: Float32Array, key: number): number {
    const offset = key * this.#dimensions;
    let sum = 0;
    for (let at = 0; at < vector.length; at++) {
      sum += (vector[at] as number) * (this.#vectors[offset + at] as number);
    }
    return sum;
  }

  #checkLength(vector: Float32Array): void {
    if (vector.length !== this.#dimensions) {
      throw new RangeError(`expected ${this.#dimensions} dimensions, got ${vector.length}`);
    }
  }
}
