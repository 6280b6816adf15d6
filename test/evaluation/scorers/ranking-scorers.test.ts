import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizedDiscountedCumulativeGain } from '../../../src/evaluation/scorers/normalized-discounted-cumulative-gain.ts';
import { recall } from '../../../src/evaluation/scorers/recall.ts';
import { reciprocalRank } from '../../../src/evaluation/scorers/reciprocal-rank.ts';

const relevance = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
  ['d', 0],
]);

/** A ranking of distinct ids and degrees for some of them and for some that are not in it. */
const judgedRanking = fc
  .record({
    ranking: fc.uniqueArray(fc.stringMatching(/^[a-j]$/)),
    degrees: fc.array(fc.tuple(fc.stringMatching(/^[a-n]$/), fc.integer({ min: -1, max: 4 }))),
    depth: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ ranking, degrees, depth }) => ({ ranking, relevance: new Map(degrees), depth }));

describe('nDCG', () => {
  it('uses linear gain and a logarithmic discount, as trec_eval does', () => {
    // DCG = 2/log2(2) + 0/log2(3) + 3/log2(4) = 3.5; ideal = 3 + 2/log2(3) + 1/log2(4) = 4.7619
    expect(normalizedDiscountedCumulativeGain(['b', 'x', 'a'], relevance, 10)).toBeCloseTo(
      3.5 / 4.761859507142915,
      12,
    );
  });

  it('measures against all judged documents, also those that were not retrieved', () => {
    expect(normalizedDiscountedCumulativeGain(['a'], relevance, 10)).toBeCloseTo(0.63, 2);
  });

  it('counts only ranks down to the depth, in the ideal ranking too', () => {
    expect(normalizedDiscountedCumulativeGain(['x', 'a'], relevance, 1)).toBe(0);
    expect(normalizedDiscountedCumulativeGain(['a', 'x', 'x2'], relevance, 1)).toBe(1);
  });

  it('treats negative degrees as not relevant and is 0 when nothing is relevant', () => {
    const negative = new Map([
      ['a', -1],
      ['b', 1],
    ]);
    expect(normalizedDiscountedCumulativeGain(['a', 'b'], negative, 10)).toBeCloseTo(
      1 / Math.log2(3),
      12,
    );
    expect(normalizedDiscountedCumulativeGain(['a'], new Map([['a', 0]]), 10)).toBe(0);
  });

  it('stays within 0 and 1, and is 1 exactly for an ideal order', () => {
    fc.assert(
      fc.property(judgedRanking, ({ ranking, relevance, depth }) => {
        const value = normalizedDiscountedCumulativeGain(ranking, relevance, depth);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        const ideal = [...relevance].sort(([, one], [, other]) => other - one).map(([id]) => id);
        const best = normalizedDiscountedCumulativeGain(ideal, relevance, depth);
        expect([0, 1]).toContain(Number(best.toFixed(12)));
      }),
    );
  });

  it('never falls when a better document moves up past a worse one', () => {
    fc.assert(
      fc.property(judgedRanking, fc.nat(), ({ ranking, relevance, depth }, place) => {
        fc.pre(ranking.length >= 2);
        const index = place % (ranking.length - 1);
        const [upper, lower] = [ranking[index] ?? '', ranking[index + 1] ?? ''];
        fc.pre((relevance.get(lower) ?? 0) >= (relevance.get(upper) ?? 0));
        const swapped = ranking.with(index, lower).with(index + 1, upper);
        expect(
          normalizedDiscountedCumulativeGain(swapped, relevance, depth) + 1e-12,
        ).toBeGreaterThanOrEqual(normalizedDiscountedCumulativeGain(ranking, relevance, depth));
      }),
    );
  });
});

describe('recall', () => {
  it('is the share of the relevant documents found down to the depth', () => {
    expect(recall(['d', 'a', 'x', 'c'], relevance, 10)).toBeCloseTo(2 / 3, 12);
    expect(recall(['d', 'a', 'x', 'c'], relevance, 3)).toBeCloseTo(1 / 3, 12);
    expect(recall(['d'], new Map([['d', 0]]), 5)).toBe(0);
  });

  it('grows with the depth and reaches 1 once everything is retrieved', () => {
    fc.assert(
      fc.property(judgedRanking, ({ ranking, relevance, depth }) => {
        expect(recall(ranking, relevance, depth + 1)).toBeGreaterThanOrEqual(
          recall(ranking, relevance, depth),
        );
        const all = [...relevance.keys()];
        const hasRelevant = [...relevance.values()].some((degree) => degree > 0);
        expect(recall(all, relevance, all.length + 1)).toBe(hasRelevant ? 1 : 0);
      }),
    );
  });
});

describe('reciprocal rank', () => {
  it('is one over the rank of the first relevant document', () => {
    expect(reciprocalRank(['d', 'x', 'c', 'a'], relevance, 10)).toBeCloseTo(1 / 3, 12);
    expect(reciprocalRank(['a'], relevance, 10)).toBe(1);
  });

  it('is 0 when the first relevant document lies below the depth', () => {
    expect(reciprocalRank(['d', 'x', 'c'], relevance, 2)).toBe(0);
  });
});
