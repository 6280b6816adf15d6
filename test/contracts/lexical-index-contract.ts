import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnalyser } from '../../src/retrieval/analysis/analyser.ts';
import type { LexicalDocument, LexicalIndex } from '../../src/retrieval/lexical/lexical-index.ts';

const everything = (): boolean => true;
const document = (key: number, text: string, title = '', headings = ''): LexicalDocument => ({
  key,
  title,
  headings,
  text,
});
const keysOf = (found: readonly { key: number }[]): number[] => found.map(({ key }) => key);

/** What every lexical index must do. */
export function describeLexicalIndex(create: () => LexicalIndex): void {
  test('finds documents that share a term with the query, and no other', () => {
    const index = create();
    index.upsert([document(0, 'waiting lists grew'), document(1, 'budgets shrank')]);
    expect(keysOf(index.search('waiting list', 10, everything))).toEqual([0]);
    expect(index.search('hospital', 10, everything)).toEqual([]);
    expect(index.search('', 10, everything)).toEqual([]);
  });

  test('ranks more, rarer and more prominent terms higher', () => {
    const index = create();
    index.upsert([
      document(0, 'care care planning meeting'),
      document(1, 'care dermatology planning meeting'),
      document(2, 'care planning meeting minutes', 'dermatology'),
      document(3, 'care planning meeting minutes'),
    ]);
    expect(keysOf(index.search('dermatology care', 10, everything)).slice(0, 2)).toEqual([2, 1]);
    const scores = index.search('dermatology care', 10, everything).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  test('ranks a short document over a long one with the same terms', () => {
    const index = create();
    index.upsert([
      document(0, `stroke ${'other words here '.repeat(50)}`),
      document(1, 'stroke unit'),
    ]);
    expect(keysOf(index.search('stroke', 10, everything))).toEqual([1, 0]);
  });

  test('an upsert replaces, and a removed document is gone', () => {
    const index = create();
    index.upsert([document(3, 'asthma'), document(4, 'asthma clinic')]);
    index.upsert([document(3, 'diabetes')]);
    expect(keysOf(index.search('asthma', 10, everything))).toEqual([4]);
    expect(keysOf(index.search('diabetes', 10, everything))).toEqual([3]);
    index.remove([4, 99]);
    expect(index.search('asthma', 10, everything)).toEqual([]);
  });

  test('returns at most the limit, and only what is accepted', () => {
    const index = create();
    index.upsert(Array.from({ length: 20 }, (_, key) => document(key, 'referral letter')));
    expect(index.search('referral', 5, everything)).toHaveLength(5);
    expect(keysOf(index.search('referral', 50, (key) => key % 7 === 0))).toEqual([0, 7, 14]);
    expect(index.search('referral', 0, everything)).toEqual([]);
  });

  test('behaves like a plain list of documents under any sequence of changes', () => {
    const words = ['stroke', 'asthma', 'clinic', 'budget', 'ward'];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((all) => all.join(' '));
    const change = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), key: fc.nat(12), text }),
      fc.record({ kind: fc.constant('remove' as const), key: fc.nat(12), text: fc.constant('') }),
    );
    const { terms } = createAnalyser();
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.constantFrom(...words),
        (changes, query) => {
          const index = create();
          const reference = new Map<number, string>();
          for (const { kind, key, text: content } of changes) {
            if (kind === 'put') {
              index.upsert([document(key, content)]);
              reference.set(key, content);
            } else {
              index.remove([key]);
              reference.delete(key);
            }
          }
          const [term = ''] = terms(query);
          const holding = [...reference].filter(([, content]) => terms(content).includes(term));
          const found = index.search(query, 100, everything);
          expect(new Set(keysOf(found))).toEqual(new Set(holding.map(([key]) => key)));
          // The history must not show: a fresh index of the same documents scores them alike.
          const fresh = create();
          fresh.upsert([...reference].map(([key, content]) => document(key, content)));
          const scores = new Map(
            fresh.search(query, 100, everything).map((one) => [one.key, one.score]),
          );
          for (const { key, score } of found) expect(score).toBeCloseTo(scores.get(key) ?? 0, 4);
        },
      ),
      { numRuns: 60 },
    );
  });
}
