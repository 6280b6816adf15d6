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

  /** All terms in order of their numbers. */
  terms(): IterableIterator<string> {
    return this.#numbers.keys();
  }

  static from(terms: readonly string[], documentFrequencies: Uint32Array): TermDictionary {
    const dictionary = new TermDictionary();
    for (const term of terms) dictionary.#numbers.set(term, dictionary.#numbers.size);
    dictionary.#documentFrequencies = documentFrequencies;
    return dictionary;
  }
}
