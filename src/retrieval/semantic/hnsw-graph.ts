import hnswlib from 'hnswlib-node';
import type { ScoredKey } from '../arrays/select-top.ts';

const neighboursPerNode = 16;
const constructionBreadth = 150;
/**
 * Candidates a search keeps, times the fifth root of the size: 114 among 10,000 vectors and 180 among
 * 100,000 find more than 95% of the ten nearest, and no fixed breadth suits both.
 */
const searchBreadth = 18;
/** Looking further than asked for raises the share of true neighbours found. */
const searchAllowance = 1.2;
const seed = 100;
const space = 'ip';

/**
 * A hierarchical navigable small world graph (Malkov and Yashunin, "Efficient and robust approximate
 * nearest neighbor search", 2016) over unit vectors, by hnswlib. Speaks of similarities; hnswlib's
 * inner-product distance is one minus the similarity.
 */
export class HnswGraph {
  readonly #graph: hnswlib.HierarchicalNSW;
  readonly #removed = new Set<number>();
  readonly #isFromFile: boolean;
  /** Keys that the file holds, removed ones too; read when something is put for the first time. */
  #keysOfFile: Set<number> | null = null;
  #capacity: number;

  private constructor(graph: hnswlib.HierarchicalNSW, capacity: number, isFromFile: boolean) {
    this.#graph = graph;
    this.#capacity = capacity;
    this.#isFromFile = isFromFile;
  }

  static create(dimensions: number, capacity: number): HnswGraph {
    const graph = new hnswlib.HierarchicalNSW(space, dimensions);
    graph.initIndex({
      maxElements: capacity,
      m: neighboursPerNode,
      efConstruction: constructionBreadth,
      randomSeed: seed,
      allowReplaceDeleted: true,
    });
    return new HnswGraph(graph, capacity, false);
  }

  /** @throws when the file cannot be read as a graph of these dimensions. */
  static read(path: string, dimensions: number): HnswGraph {
    const graph = new hnswlib.HierarchicalNSW(space, dimensions);
    graph.readIndexSync(path, true);
    return new HnswGraph(graph, graph.getMaxElements(), true);
  }

  write(path: string): void {
    this.#graph.writeIndexSync(path);
  }

  /** Adds a vector or replaces the one under its key. */
  put(key: number, vector: Float32Array): void {
    const mayHavePlace = this.#removed.delete(key) || this.#isInFile(key);
    const hasOwnPlace = mayHavePlace && this.#restore(key);
    if (this.#graph.getCurrentCount() >= this.#capacity) {
      this.#capacity = Math.ceil(this.#capacity * 1.5) + 1;
      this.#graph.resizeIndex(this.#capacity);
    }
    // In the place of another removed key it would be in the graph twice, the second time as it was.
    this.#graph.addPoint(Array.from(vector), key, !hasOwnPlace);
  }

  /** @param key one that was put and not removed since. */
  remove(key: number): void {
    this.#graph.markDelete(key);
    this.#removed.add(key);
  }

  search(vector: Float32Array, limit: number, accepts?: (key: number) => boolean): ScoredKey[] {
    const count = Math.min(limit, this.#graph.getCurrentCount());
    if (count < 1) return [];
    const breadth = searchBreadth * this.#graph.getCurrentCount() ** 0.2;
    this.#graph.setEf(Math.ceil(Math.max(breadth, count * searchAllowance)));
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), count, accepts);
    return neighbors.map((key, at) => ({ key, score: 1 - (distances[at] ?? 1) }));
  }

  /** A file does not say which of its keys were removed before it was written. */
  #isInFile(key: number): boolean {
    if (!this.#isFromFile) return false;
    this.#keysOfFile ??= new Set(this.#graph.getIdsList());
    return this.#keysOfFile.has(key);
  }

  /** hnswlib refuses to update a removed key. False when its place has been given to another. */
  #restore(key: number): boolean {
    try {
      this.#graph.unmarkDelete(key);
      return true;
    } catch {
      return false;
    }
  }
}
