import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../../src/evaluation/scorers/area-under-curve.ts';
import { balancedAccuracy } from '../../../src/evaluation/scorers/balanced-accuracy.ts';

const scored = (positive: boolean) => (score: number) => ({ score, positive });

describe('area under the curve', () => {
  it('counts the pairs in which the positive scores higher', () => {
    // Pairs won by the positives .9, .4 over the negatives .5, .3, .1: 3 + 2 of 6.
    const scores = [...[0.9, 0.4].map(scored(true)), ...[0.5, 0.3, 0.1].map(scored(false))];
    expect(areaUnderCurve(scores)).toBeCloseTo(5 / 6, 12);
  });

  it('counts a tie as one half', () => {
    const scores = [...[0.5, 0.8].map(scored(true)), ...[0.5, 0.5].map(scored(false))];
    expect(areaUnderCurve(scores)).toBeCloseTo((0.5 + 0.5 + 1 + 1) / 4, 12);
    expect(areaUnderCurve([0, 0].map(scored(true)).concat([0].map(scored(false))))).toBe(0.5);
  });

  it('is not defined without both kinds', () => {
    expect(areaUnderCurve([0.1, 0.2].map(scored(true)))).toBeNull();
    expect(areaUnderCurve([])).toBeNull();
  });

  it('does not rank what is not a number', () => {
    const scores = [...[Number.NaN].map(scored(true)), ...[0.1].map(scored(false))];
    expect(() => areaUnderCurve(scores)).toThrow(RangeError);
  });

  it('agrees with comparing every pair, and mirrors when scores are negated', () => {
    const item = fc.record({ score: fc.integer({ min: 0, max: 6 }), positive: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 40 }), (scores) => {
        const positives = scores.filter((each) => each.positive);
        const negatives = scores.filter((each) => !each.positive);
        fc.pre(positives.length > 0 && negatives.length > 0);
        let won = 0;
        for (const one of positives) {
          for (const other of negatives) {
            won += one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0;
          }
        }
        const area = areaUnderCurve(scores) ?? Number.NaN;
        expect(area).toBeCloseTo(won / (positives.length * negatives.length), 12);
        const negated = scores.map((each) => ({ ...each, score: -each.score }));
        expect(areaUnderCurve(negated)).toBeCloseTo(1 - area, 12);
      }),
    );
  });
});

describe('balanced accuracy', () => {
  it('is the mean of both rates, however many there are of each', () => {
    const decisions = [
      { expected: true, actual: true },
      { expected: true, actual: true },
      { expected: true, actual: false },
      { expected: true, actual: true },
      { expected: false, actual: true },
      { expected: false, actual: false },
    ];
    expect(balancedAccuracy(decisions)).toEqual({
      truePositiveRate: 0.75,
      trueNegativeRate: 0.5,
      balancedAccuracy: 0.625,
    });
  });

  it('leaves undefined what has no cases', () => {
    expect(balancedAccuracy([{ expected: true, actual: true }])).toEqual({
      truePositiveRate: 1,
      trueNegativeRate: null,
      balancedAccuracy: null,
    });
  });

  it('gives one half to whoever always decides alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        (positives, negatives, actual) => {
          const decisions = [
            ...Array.from({ length: positives }, () => ({ expected: true, actual })),
            ...Array.from({ length: negatives }, () => ({ expected: false, actual })),
          ];
          expect(balancedAccuracy(decisions).balancedAccuracy).toBe(0.5);
        },
      ),
    );
  });
});
