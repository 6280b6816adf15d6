import { growArray } from '../arrays/grow-array.ts';

const smallestTable = 1_024;
/** Of FNV-1a (Fowler, Noll and Vo), here over UTF-16 code units. */
const hashStart = 0x81_1c_9d_c5;
const hashFactor = 0x01_00_01_93;

/**
 * Remembers a value for each word and finds it from the word's place in a text. Cutting the word out
 * and looking it up in a `Map` would take several times as long, since every string cut out is hashed
 * and compared anew; analysis does that for every word of the library.
 */
export class WordMemory<Value> {
  /** Open addressing: number of an entry plus 1, 0 for free; always a power of two. */
  #slots = new Uint32Array(smallestTable);
  /** Of the entries, one after the other. */
  #units: Uint16Array = new Uint16Array(0);
  #starts: Uint32Array = new Uint32Array(1);
  #hashes: Uint32Array = new Uint32Array(0);
  readonly #values: Value[] = [];

  get size(): number {
    return this.#values.length;
  }

  /** The value of the word from `start` to `end` (exclusive). */
  find(text: string, start: number, end: number): Value | undefined {
    const hash = hashOf(text, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] as number;
      if (number === 0) return undefined;
      if (this.#hashes[number - 1] === hash && this.#isSame(number - 1, text, start, end)) {
        return this.#values[number - 1];
      }
    }
  }

  /** @param word one that is not remembered yet. */
  add(word: string, value: Value): void {
    const number = this.#values.length;
    // Half empty at least, so that searches stay short.
    if (2 * (number + 1) > this.#slots.length) this.#grow();
    const start = this.#starts[number] as number;
    this.#units = growArray(this.#units, start + word.length);
    for (let at = 0; at < word.length; at++) this.#units[start + at] = word.charCodeAt(at);
    this.#starts = growArray(this.#starts, number + 2);
    this.#starts[number + 1] = start + word.length;
    this.#hashes = growArray(this.#hashes, number + 1);
    this.#hashes[number] = hashOf(word, 0, word.length);
    this.#values.push(value);
    this.#place(number);
  }

  #isSame(number: number, text: string, start: number, end: number): boolean {
    const own = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - own !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (this.#units[own + at - start] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #grow(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let number = 0; number < this.#values.length; number++) this.#place(number);
  }

  #place(number: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[number] as number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number + 1;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = hashStart;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), hashFactor);
  }
  // The low bits choose the slot and should depend on all of them.
  return (hash ^ (hash >>> 15)) >>> 0;
}
