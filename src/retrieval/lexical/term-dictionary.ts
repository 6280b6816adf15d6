import { growArray } from '../arrays/grow-array.ts';

/** Numbers terms from 0 in order of appearance and counts the documents that hold each. */
export class TermDictionary {
  readonly #numbers = new Map<string, number>();
  #documentFrequencies: Uint32Array = new Uint32Array(0);

  get size(): number {
    return this.#numbers.size;
  }

  /** The term's number, -1 when unknown. */
  find(term: string): number {
    return this.#numbers.get(term) ?? -1;
  }

  findOrAdd(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(term, number);
    this.#documentFrequencies = growArray(this.#documentFrequencies, number + 1);
    return number;
  }

  documentFrequency(number: number): number {
    return this.#documentFrequencies[number] ?? 0;
  }

  countDocument(number: number, change: 1 | -1): void {
    this.#documentFrequencies[number] = (this.#documentFrequencies[number] ?? 0) + change;
  }

  documentFrequencies(): Uint32Array {
    return this.#documentFrequencies.subarray(0, this.size);
  }

  /** All terms in order of their numbers, UTF-8, a line each. */
  toBytes(): Uint8Array {
    return Buffer.from([...this.#numbers.keys()].join('\n'));
  }

  static from(terms: Uint8Array, documentFrequencies: Uint32Array): TermDictionary {
    const dictionary = new TermDictionary();
    const text = Buffer.from(terms.buffer, terms.byteOffset, terms.byteLength).toString('utf8');
    if (text !== '') {
      for (const term of text.split('\n')) dictionary.#numbers.set(term, dictionary.size);
    }
    dictionary.#documentFrequencies = documentFrequencies;
    return dictionary;
  }
}
