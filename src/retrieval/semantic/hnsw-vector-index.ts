import { dotProduct } from '../arrays/dot-product.ts';
import { growArray } from '../arrays/grow-array.ts';
import { type ScoredKey, selectTop } from '../arrays/select-top.ts';
import { type Spread, spreadOf } from '../arrays/spread.ts';
import type { Breather } from './breather.ts';
import { HnswGraph } from './hnsw-graph.ts';
import { createRandomNumbers } from './random-numbers.ts';
import type { KeyedVector, VectorIndex } from './vector-index.ts';

/** Below this many vectors a scan of all is as fast as the graph, and exact. */
const fewestForGraph = 6_000;
/** A search that may see fewer than this share of the vectors scans those instead. */
const smallestShareForGraph = 0.1;
/** From this share on a search without a filter mostly finds nothing that has to go. */
const smallestShareUnfiltered = 0.999;
const shuffleSeed = 7;
/** Each is a look into far-off memory, and a rough estimate will do. */
const sampleForShare = 100;
const sampleForSpread = 1_000;

/** The vectors as plain arrays, to be written to and read from a file. */
export interface VectorArrays {
  vectors: Float32Array;
  /** 1 for keys that have a vector. */
  present: Uint8Array;
}

/**
 * Vectors in one array, searched exactly while they are few and through a graph when they are many.
 * Adding to the graph takes a fraction of a millisecond a vector, so it is put off until
 * {@link settle}; what is not in it yet is searched exactly.
 */
export class HnswVectorIndex implements VectorIndex {
  readonly dimensions: number;
  readonly #graphFrom: number;
  #vectors: Float32Array = new Float32Array(0);
  #present: Uint8Array = new Uint8Array(0);
  #count = 0;
  #graph: HnswGraph | null = null;
  /** Keys whose vector the graph does not have yet. */
  readonly #pending = new Set<number>();

  /** @param graphFrom from how many vectors on there is a graph. */
  constructor(dimensions: number, graphFrom = fewestForGraph) {
    this.dimensions = dimensions;
    this.#graphFrom = graphFrom;
  }

  get size(): number {
    return this.#count;
  }

  has(key: number): boolean {
    return this.#present[key] === 1;
  }

  /** Makes room for keys below `capacity`, so that filling up to there copies nothing. */
  reserve(capacity: number): void {
    this.#present = growArray(this.#present, capacity);
    this.#vectors = growArray(this.#vectors, capacity * this.dimensions);
  }

  upsert(vectors: readonly KeyedVector[]): void {
    for (const { key, vector } of vectors) {
      this.#checkLength(vector);
      this.remove([key]);
      this.#present = growArray(this.#present, key + 1);
      this.#vectors = growArray(this.#vectors, (key + 1) * this.dimensions);
      this.#vectors.set(vector, key * this.dimensions);
      this.#present[key] = 1;
      this.#count++;
      this.#pending.add(key);
    }
  }

  remove(keys: readonly number[]): void {
    for (const key of keys) {
      if (!this.has(key)) continue;
      this.#present[key] = 0;
      this.#count--;
      if (!this.#pending.delete(key)) this.#graph?.remove(key);
    }
  }

  /**
   * Brings the graph up to date, if there are enough vectors for one. Neighbours in the library are
   * alike, and a graph that is given what is alike in a row finds less of it (at 100,000, .945 instead
   * of .963 of the ten nearest), so the order is shuffled.
   */
  async settle(breathe: Breather): Promise<void> {
    if (this.#count < this.#graphFrom) return;
    this.#graph ??= HnswGraph.create(this.dimensions, Math.ceil(this.#count * 1.25));
    for (const key of shuffle([...this.#pending])) {
      const vector = this.#pending.delete(key) ? this.vector(key) : null;
      if (vector) this.#graph.put(key, vector);
      await breathe();
    }
  }

  vector(key: number): Float32Array | null {
    if (!this.has(key)) return null;
    return this.#vectors.subarray(key * this.dimensions, (key + 1) * this.dimensions);
  }

  spread(vector: Float32Array): Spread {
    this.#checkLength(vector);
    const step = Math.max(1, Math.floor(this.#present.length / sampleForSpread));
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let key = 0; key < this.#present.length; key += step) {
      if (!this.has(key)) continue;
      const similarity = this.#similarity(vector, key);
      count++;
      sum += similarity;
      squares += similarity * similarity;
    }
    return spreadOf(sum, squares, count);
  }

  search(vector: Float32Array, limit: number, accepts: (key: number) => boolean): ScoredKey[] {
    this.#checkLength(vector);
    if (limit < 1) return [];
    const acceptsPresent = (key: number): boolean => this.has(key) && accepts(key);
    const share = this.#graph ? this.#shareAccepted(acceptsPresent) : 0;
    if (this.#graph && share >= smallestShareForGraph) {
      const found = this.#searchGraph(this.#graph, vector, limit, acceptsPresent, share);
      const pending = this.#scan(this.#pending, vector, limit, acceptsPresent);
      const all = [...found, ...pending].sort((a, b) => b.score - a.score || a.key - b.key);
      if (all.length >= Math.min(limit, this.#count)) return all.slice(0, limit);
    }
    return this.#scan(this.#present.keys(), vector, limit, acceptsPresent);
  }

  /**
   * hnswlib asks a filter about every vector it comes by, and each question crosses from C++ to
   * JavaScript. When nearly everything is accepted it is quicker to leave out afterwards what is not.
   */
  #searchGraph(
    graph: HnswGraph,
    vector: Float32Array,
    limit: number,
    accepts: (key: number) => boolean,
    share: number,
  ): ScoredKey[] {
    if (share >= smallestShareUnfiltered) {
      const found = graph.search(vector, limit).filter(({ key }) => accepts(key));
      if (found.length === Math.min(limit, this.#count - this.#pending.size)) return found;
    }
    return graph.search(vector, limit, accepts);
  }

  arrays(): VectorArrays {
    const length = this.#present.lastIndexOf(1) + 1;
    return {
      vectors: this.#vectors.subarray(0, length * this.dimensions),
      present: this.#present.subarray(0, length),
    };
  }

  /** Writes the graph to a file; false when there is none. Settle first. */
  writeGraph(path: string): boolean {
    this.#graph?.write(path);
    return this.#graph !== null;
  }

  /** @param graph one that was written together with the arrays; null when it has to be built. */
  static fromArrays(
    dimensions: number,
    { vectors, present }: VectorArrays,
    graph: HnswGraph | null,
  ): HnswVectorIndex {
    const index = new HnswVectorIndex(dimensions);
    index.#vectors = vectors;
    index.#present = present;
    index.#graph = graph;
    for (const key of present.keys()) {
      if (present[key] !== 1) continue;
      index.#count++;
      if (!graph) index.#pending.add(key);
    }
    return index;
  }

  #scan(
    keys: Iterable<number>,
    vector: Float32Array,
    limit: number,
    accepts: (key: number) => boolean,
  ): ScoredKey[] {
    const similarityOf = (key: number): number =>
      accepts(key) ? this.#similarity(vector, key) : Number.NEGATIVE_INFINITY;
    const best = selectTop(keys, similarityOf, limit, () => true);
    return best.filter(({ score }) => score > Number.NEGATIVE_INFINITY);
  }

  /** Reads the vector in place, since a view for each key would cost more than the product. */
  #similarity(vector: Float32Array, key: number): number {
    return dotProduct(vector, this.#vectors, key * this.dimensions);
  }

  /** Estimated from evenly spread keys, so that its cost does not grow with the library. */
  #shareAccepted(accepts: (key: number) => boolean): number {
    const step = Math.max(1, Math.floor(this.#present.length / sampleForShare));
    let looked = 0;
    let accepted = 0;
    for (let key = 0; key < this.#present.length; key += step) {
      looked++;
      if (accepts(key)) accepted++;
    }
    return accepted / Math.max(1, looked);
  }

  #checkLength(vector: Float32Array): void {
    if (vector.length !== this.dimensions) {
      throw new RangeError(`expected ${this.dimensions} dimensions, got ${vector.length}`);
    }
  }
}

/** In place, the same every time (Fisher and Yates). */
function shuffle(keys: number[]): number[] {
  const random = createRandomNumbers(shuffleSeed);
  for (let last = keys.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [keys[last], keys[other]] = [keys[other] as number, keys[last] as number];
  }
  return keys;
}
