import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDisagreements } from '../../../src/answering/disagreement/find-disagreements.ts';
import type { Claim, Source } from '../../../src/answering/index.ts';
import type { Publication } from '../../../src/library/index.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import { disagreeing } from './claim-pairs.ts';
import { compatible } from './compatible-pairs.ts';
import { claimOf } from './statement-of.ts';

const within72 = 'Frail patients are called within 72 hours of discharge.';
const within48 = 'Frail patients are called within 48 hours of discharge.';
const reworded = 'A nurse calls every frail patient within 48 hours of discharge.';

const sourceOf = (number: number, publication: Partial<Publication>): Source => ({
  number,
  publication: samplePublication({ id: `p${number}`, kind: 'paper', ...publication }),
  heading: null,
  pages: [],
});

const claim = (text: string, ...citations: number[]): Claim => ({
  ...claimOf(text, 1).claim,
  citations,
});

function disagreementOf(left: Partial<Publication>, right: Partial<Publication>) {
  const sources = [sourceOf(1, left), sourceOf(2, right)];
  return findDisagreements([claim(within72, 1), claim(within48, 2)], sources)[0];
}

describe('claims disagree', () => {
  test('when they say different things of the same, out of different publications', () => {
    const sources = [sourceOf(1, {}), sourceOf(2, {})];
    const found = findDisagreements([claim(within72, 1), claim(within48, 2)], sources);
    expect(found).toEqual([{ claims: [0, 1], newer: null, ranksHigher: null }]);
    const same = [claim(within72, 1), claim(within48, 1)];
    expect(findDisagreements(same, sources)).toEqual([]);
    const shared = [claim(within72, 1), claim(within48, 1, 2)];
    expect(findDisagreements(shared, sources, [[0, 1]])).toEqual([]);
  });

  test('in words of their own only when they are marked, whichever points to the other', () => {
    const claims = [claim(within72, 1), claim(reworded, 2)];
    const sources = [sourceOf(1, {}), sourceOf(2, {})];
    expect(findDisagreements(claims, sources)).toEqual([]);
    for (const mark of [
      [0, 1],
      [1, 0],
    ] as const) {
      expect(findDisagreements(claims, sources, [mark])).toHaveLength(1);
    }
    for (const mark of [
      [0, 0],
      [1, 1],
      [0, 7],
      [-1, 1],
    ] as const) {
      expect(findDisagreements(claims, sources, [mark])).toEqual([]);
    }
  });

  test('at most three times in one answer', () => {
    const claims = [1, 2, 3, 4].map((number) =>
      claim(`Frail patients are called within ${number}0 hours of discharge.`, number),
    );
    const sources = [1, 2, 3, 4].map((number) => sourceOf(number, {}));
    expect(findDisagreements(claims, sources).map((each) => each.claims)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });
});

describe('of two sides', () => {
  test.each([
    ['2024', '2021', 0],
    ['2021', '2024-03', 1],
    ['2024-03', '2024-02-28', 0],
    ['2024-03-02', '2024-03-01', 0],
    ['2024', '2024-12', null],
    ['2024-03', '2024-03-31', null],
    ['2024', '2024', null],
    [null, '2024', null],
    ['2024', null, null],
    ['last year', '2021', null],
  ])('published %s and %s, the newer is %s', (left, right, newer) => {
    expect(disagreementOf({ date: left }, { date: right })?.newer).toBe(newer);
  });

  test.each([
    ['policy', 'paper', 0],
    ['paper', 'policy', 1],
    ['policy', 'statement', 0],
    ['statement', 'paper', 0],
    ['paper', 'case-study', 0],
    ['answer', 'paper', 1],
    ['case-study', 'answer', null],
    ['policy', 'policy', null],
  ] as const)('%s and %s, the higher is %s', (left, right, higher) => {
    expect(disagreementOf({ kind: left }, { kind: right })?.ranksHigher).toBe(higher);
  });

  test('with several publications, all of the one must be newer and rank higher', () => {
    const claims = [claim(within72, 1, 2), claim(within48, 3)];
    const last = sourceOf(3, { date: '2020', kind: 'paper' });
    const first = sourceOf(1, { date: '2024', kind: 'policy' });
    const found = (second: Partial<Publication>) =>
      findDisagreements(claims, [first, sourceOf(2, second), last])[0];
    expect(found({ date: '2022', kind: 'statement' })).toMatchObject({ newer: 0, ranksHigher: 0 });
    expect(found({ date: '2019', kind: 'paper' })).toMatchObject({
      newer: null,
      ranksHigher: null,
    });
  });
});

test('whatever is marked, only claims that differ over the same disagree', () => {
  const anyPair = fc.constantFrom(...disagreeing, ...Object.values(compatible).flat());
  const anyCitations = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), {
    minLength: 1,
    maxLength: 2,
  });
  const sources = [1, 2, 3, 4].map((number) => sourceOf(number, {}));
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyPair, anyCitations, anyCitations), { maxLength: 3 }),
      fc.array(fc.tuple(fc.integer({ min: -2, max: 9 }), fc.integer({ min: -2, max: 9 }))),
      (written, marked) => {
        const claims = written.flatMap(([[one, other], left, right]): Claim[] => [
          { ...claimOf(one, 1).claim, citations: left },
          { ...claimOf(other, 1).claim, citations: right },
        ]);
        const all = findDisagreements(claims, sources, marked);
        expect(all.length).toBeLessThanOrEqual(3);
        for (const { claims: places, newer, ranksHigher } of all) {
          found += 1;
          const [earlier, later] = places;
          expect(earlier).toBeLessThan(later);
          const [left, right] = [claims[earlier], claims[later]];
          expect(left?.text).not.toBe(right?.text);
          expect(left?.citations.filter((each) => right?.citations.includes(each))).toEqual([]);
          expect([...places, null]).toContain(newer);
          expect([...places, null]).toContain(ranksHigher);
        }
        // Nothing is found without its claim, and marks only add.
        const unmarked = findDisagreements(claims, sources).map((each) => each.claims.join());
        if (all.length < 3) {
          expect(all.map((each) => each.claims.join())).toEqual(expect.arrayContaining(unmarked));
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(0);
});
