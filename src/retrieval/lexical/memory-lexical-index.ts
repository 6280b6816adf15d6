import type { Analyser } from '../analysis/analyser.ts';
import { weighQuery } from '../analysis/weigh-query.ts';
import { growArray } from '../arrays/grow-array.ts';
import { type ScoredKey, selectTop } from '../arrays/select-top.ts';
import { fieldWeights, frequencyStep } from './field-weights.ts';
import type { LexicalDocument, LexicalIndex } from './lexical-index.ts';
import { PostingPool, type PostingPoolArrays } from './posting-pool.ts';
import { TermDictionary } from './term-dictionary.ts';

/** Saturation of repeated terms; 0.9 to 2 changes little. */
const k1 = 1.5;
/** Share of length normalisation, 0 (none) to 1. */
const b = 0.75;

/** A query term with its weight: its weight in the query times inverse document frequency. */
export interface WeightedTerm {
  term: number;
  weight: number;
}

export interface LexicalArrays extends PostingPoolArrays {
  /** All terms in order of their numbers, UTF-8, a line each. */
  terms: Uint8Array;
  documentFrequencies: Uint32Array;
  /** Weighted length by key. */
  lengths: Float32Array;
  /** 1 for keys that hold a document. */
  present: Uint8Array;
}

/** Scores of every document a query touches. Valid until the next call of `score`. */
export interface ScoreBoard {
  /** Indexed by key; 0 where no term matches. */
  scores: Float32Array;
  /** Keys with a score above 0, each once. */
  touched: Uint32Array;
}

/**
 * BM25 (Robertson and Zaragoza, "The probabilistic relevance framework", 2009) over inverted lists in
 * memory, with weighted fields that share one length normalisation.
 */
export class MemoryLexicalIndex implements LexicalIndex {
  readonly #analyser: Analyser;
  #dictionary = new TermDictionary();
  #postings = new PostingPool();
  /** Weighted length by key; 0 for absent keys. */
  #lengths: Float32Array = new Float32Array(0);
  /** 1 for keys that hold a document. */
  #present: Uint8Array = new Uint8Array(0);
  #documents = 0;
  #totalLength = 0;
  #board: ScoreBoard = { scores: new Float32Array(0), touched: new Uint32Array(0) };

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
  }

  get documents(): number {
    return this.#documents;
  }

  documentFrequency(term: string): number {
    return this.#dictionary.documentFrequency(this.#dictionary.find(term));
  }

  upsert(documents: readonly LexicalDocument[]): void {
    this.remove(documents.map((document) => document.key));
    for (const document of documents) this.#add(document);
  }

  /** One pass over all postings, however many keys there are. */
  remove(keys: readonly number[]): void {
    let removed = 0;
    const gone = new Uint8Array(this.#present.length);
    for (const key of keys) {
      if (this.#present[key] !== 1) continue;
      removed++;
      gone[key] = 1;
      this.#present[key] = 0;
      this.#totalLength -= this.#lengths[key] ?? 0;
      this.#lengths[key] = 0;
    }
    if (removed === 0) return;
    this.#documents -= removed;
    for (let term = 0; term < this.#dictionary.size; term++) {
      this.#postings.visitRuns(term, (postingKeys, frequencies, start, end) => {
        for (let at = start; at < end; at++) {
          if (frequencies[at] === 0 || gone[postingKeys[at] as number] === 0) continue;
          frequencies[at] = 0;
          this.#dictionary.countDocument(term, -1);
        }
      });
    }
  }

  search(query: string, limit: number, accepts: (key: number) => boolean): ScoredKey[] {
    const { scores, touched } = this.score(this.weigh(query));
    return selectTop(touched, (key) => scores[key] ?? 0, limit, accepts);
  }

  /** The query's terms that the index knows, each once. */
  weigh(query: string): WeightedTerm[] {
    const terms: WeightedTerm[] = [];
    for (const [text, occurrence] of weighQuery(query, this.#analyser)) {
      const term = this.#dictionary.find(text);
      const frequency = this.#dictionary.documentFrequency(term);
      if (frequency === 0) continue;
      terms.push({ term, weight: occurrence * this.inverseDocumentFrequency(frequency) });
    }
    return terms;
  }

  /** ln(1 + (N - n + 0.5) / (n + 0.5)), always positive. */
  inverseDocumentFrequency(frequency: number): number {
    return Math.log(1 + (this.#documents - frequency + 0.5) / (frequency + 0.5));
  }

  /** What a passage of average length would score that held every term without end. */
  perfectScore(terms: readonly WeightedTerm[]): number {
    return (k1 + 1) * terms.reduce((sum, { weight }) => sum + weight, 0);
  }

  score(terms: readonly WeightedTerm[]): ScoreBoard {
    const { scores, touched } = this.#clearBoard();
    const lengths = this.#lengths;
    const average = this.#documents === 0 ? 1 : this.#totalLength / this.#documents;
    const fixed = k1 * (1 - b);
    const perLength = (k1 * b) / average;
    let count = 0;
    for (const { term, weight } of terms) {
      const gain = weight * (k1 + 1);
      this.#postings.visitRuns(term, (keys, frequencies, start, end) => {
        for (let at = start; at < end; at++) {
          const frequency = (frequencies[at] as number) * frequencyStep;
          if (frequency === 0) continue;
          const key = keys[at] as number;
          const norm = fixed + perLength * (lengths[key] as number);
          const before = scores[key] as number;
          if (before === 0) touched[count++] = key;
          scores[key] = before + (gain * frequency) / (frequency + norm);
        }
      });
    }
    this.#board = { scores, touched: touched.subarray(0, count) };
    return this.#board;
  }

  /** Everything as plain arrays, to be written to and read from a file. */
  arrays(): LexicalArrays {
    return {
      ...this.#postings.arrays(),
      terms: this.#dictionary.toBytes(),
      documentFrequencies: this.#dictionary.documentFrequencies(),
      lengths: this.#lengths,
      present: this.#present,
    };
  }

  static fromArrays(analyser: Analyser, arrays: LexicalArrays): MemoryLexicalIndex {
    const index = new MemoryLexicalIndex(analyser);
    index.#postings = PostingPool.fromArrays(arrays);
    index.#dictionary = TermDictionary.from(arrays.terms, arrays.documentFrequencies);
    index.#lengths = arrays.lengths;
    index.#present = arrays.present;
    for (const [key, length] of arrays.lengths.entries()) {
      if (arrays.present[key] !== 1) continue;
      index.#documents++;
      index.#totalLength += length;
    }
    return index;
  }

  #clearBoard(): ScoreBoard {
    const { scores, touched } = this.#board;
    for (const key of touched) scores[key] = 0;
    const size = this.#lengths.length;
    if (scores.length === size) return { scores, touched: new Uint32Array(touched.buffer) };
    return { scores: new Float32Array(size), touched: new Uint32Array(size) };
  }

  #add(document: LexicalDocument): void {
    const counts = new Map<number, number>();
    let length = 0;
    const count = (text: string, weight: number): void => {
      for (const term of this.#analyser.terms(text)) {
        const id = this.#dictionary.findOrAdd(term);
        counts.set(id, (counts.get(id) ?? 0) + weight);
        length += weight;
      }
    };
    count(document.title, fieldWeights.title);
    count(document.headings, fieldWeights.headings);
    count(document.text, fieldWeights.text);

    this.#lengths = growArray(this.#lengths, document.key + 1);
    this.#lengths[document.key] = length;
    this.#present = growArray(this.#present, document.key + 1);
    this.#present[document.key] = 1;
    this.#totalLength += length;
    this.#documents++;
    for (const [term, frequency] of counts) {
      this.#postings.append(term, document.key, Math.min(255, frequency / frequencyStep));
      this.#dictionary.countDocument(term, 1);
    }
  }
}
