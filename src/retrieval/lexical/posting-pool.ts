import { growArray } from '../arrays/grow-array.ts';

const firstCapacity = 4;
const largestCapacity = 4_096;
/** Entries before a chunk's postings: where the next chunk begins (0: none), and its capacity. */
const headerSize = 2;

/** The pool as plain arrays, to be written to and read from a file. */
export interface PostingPoolArrays {
  keys: Uint32Array;
  frequencies: Uint8Array;
  heads: Uint32Array;
  tails: Uint32Array;
  tailCounts: Uint32Array;
}

/**
 * Inverted lists of all terms in two shared arrays. A list is a chain of chunks that double in size,
 * so that appending never moves a posting and a hundred thousand rare terms cost a few bytes each
 * instead of an array object each. (The layout is that of Lucene's in-memory posting blocks.)
 *
 * A posting is a document key and a frequency, 1 to 255; frequency 0 marks a removed posting.
 */
export class PostingPool {
  #keys: Uint32Array = new Uint32Array(1_024);
  #frequencies: Uint8Array = new Uint8Array(1_024);
  /** First free entry; 0 stands for "no chunk". */
  #used = 1;
  #heads: Uint32Array = new Uint32Array(0);
  #tails: Uint32Array = new Uint32Array(0);
  #tailCounts: Uint32Array = new Uint32Array(0);

  append(term: number, key: number, frequency: number): void {
    this.#heads = growArray(this.#heads, term + 1);
    this.#tails = growArray(this.#tails, term + 1);
    this.#tailCounts = growArray(this.#tailCounts, term + 1);
    let tail = this.#tails[term] ?? 0;
    let count = this.#tailCounts[term] ?? 0;
    if (tail === 0) {
      tail = this.#allocate(firstCapacity);
      this.#heads[term] = tail;
      this.#tails[term] = tail;
      count = 0;
    } else if (count === this.#keys[tail + 1]) {
      const next = this.#allocate(Math.min(2 * count, largestCapacity));
      this.#keys[tail] = next;
      this.#tails[term] = next;
      tail = next;
      count = 0;
    }
    this.#keys[tail + headerSize + count] = key;
    this.#frequencies[tail + headerSize + count] = frequency;
    this.#tailCounts[term] = count + 1;
  }

  /**
   * Calls `visit` with every run of a term's postings: postings `start` to `end` (exclusive) of the
   * two arrays. Runs instead of single postings keep the caller's loop free of calls.
   */
  visitRuns(
    term: number,
    visit: (keys: Uint32Array, frequencies: Uint8Array, start: number, end: number) => void,
  ): void {
    const tail = this.#tails[term] ?? 0;
    let chunk = this.#heads[term] ?? 0;
    while (chunk !== 0) {
      const isTail = chunk === tail;
      const count = (isTail ? this.#tailCounts[term] : this.#keys[chunk + 1]) ?? 0;
      const start = chunk + headerSize;
      visit(this.#keys, this.#frequencies, start, start + count);
      chunk = isTail ? 0 : (this.#keys[chunk] ?? 0);
    }
  }

  arrays(): PostingPoolArrays {
    return {
      keys: this.#keys.subarray(0, this.#used),
      frequencies: this.#frequencies.subarray(0, this.#used),
      heads: this.#heads,
      tails: this.#tails,
      tailCounts: this.#tailCounts,
    };
  }

  static fromArrays(arrays: PostingPoolArrays): PostingPool {
    const pool = new PostingPool();
    pool.#keys = arrays.keys;
    pool.#frequencies = arrays.frequencies;
    pool.#used = arrays.keys.length;
    pool.#heads = arrays.heads;
    pool.#tails = arrays.tails;
    pool.#tailCounts = arrays.tailCounts;
    return pool;
  }

  #allocate(capacity: number): number {
    const start = this.#used;
    this.#used += headerSize + capacity;
    this.#keys = growArray(this.#keys, this.#used);
    this.#frequencies = growArray(this.#frequencies, this.#used);
    this.#keys[start] = 0;
    this.#keys[start + 1] = capacity;
    return start;
  }
}
