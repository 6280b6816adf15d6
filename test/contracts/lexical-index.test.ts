import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/retrieval/analysis/analyser.ts';
import { MemoryLexicalIndex } from '../../src/retrieval/lexical/memory-lexical-index.ts';
import { describeLexicalIndex } from './lexical-index-contract.ts';

describe('lexical index in memory', () => {
  describeLexicalIndex(() => new MemoryLexicalIndex(createAnalyser()));

  test('scores as the BM25 formula says', () => {
    const index = new MemoryLexicalIndex(createAnalyser());
    index.upsert([
      { key: 0, title: '', headings: '', text: 'stroke stroke ward' },
      { key: 1, title: '', headings: '', text: 'ward budget ward budget ward' },
    ]);
    // N = 2, n = 1: idf = ln 2. tf = 2, length 3, average 4, k1 = 1.5, b = .75.
    const expected = (Math.log(2) * 2 * 2.5) / (2 + 1.5 * (0.25 + (0.75 * 3) / 4));
    expect(index.search('stroke', 1, () => true)[0]?.score).toBeCloseTo(expected, 5);
  });

  test('counts the documents that hold a term', () => {
    const index = new MemoryLexicalIndex(createAnalyser());
    const document = (key: number, text: string) => ({ key, title: '', headings: '', text });
    index.upsert([document(0, 'clinic'), document(1, 'clinic clinic'), document(2, 'ward')]);
    expect([index.documents, index.documentFrequency('clinic')]).toEqual([3, 2]);
    index.remove([1]);
    expect([index.documents, index.documentFrequency('clinic')]).toEqual([2, 1]);
    expect(index.documentFrequency('unknown')).toBe(0);
  });

  test('comes back from its arrays as it was, and can be changed further', () => {
    const analyser = createAnalyser();
    const index = new MemoryLexicalIndex(analyser);
    const document = (key: number) => ({
      key,
      title: `title ${key % 3}`,
      headings: '',
      text: `word${key % 10} common text ${'more '.repeat(key % 4)}`,
    });
    index.upsert(Array.from({ length: 300 }, (_, key) => document(key)));
    index.remove([5, 6]);
    const copy = MemoryLexicalIndex.fromArrays(analyser, structuredClone(index.arrays()));
    const search = (one: MemoryLexicalIndex, query: string) => one.search(query, 50, () => true);
    expect(search(copy, 'common word3')).toEqual(search(index, 'common word3'));
    for (const one of [index, copy]) one.upsert([document(5), document(301)]);
    copy.remove([0]);
    index.remove([0]);
    expect(search(copy, 'word1 title')).toEqual(search(index, 'word1 title'));
    expect(copy.documents).toBe(index.documents);
  });
});
