import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/evaluation/random.ts';
import { bootstrapInterval } from '../../../src/evaluation/scorers/bootstrap-interval.ts';
import { mean } from '../../../src/evaluation/scorers/mean.ts';
import { percentile } from '../../../src/evaluation/scorers/percentile.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });

describe('percentile', () => {
  it('is the nearest rank', () => {
    const values = [15, 50, 20, 40, 35];
    expect(percentile(values, 0.05)).toBe(15);
    expect(percentile(values, 0.3)).toBe(20);
    expect(percentile(values, 0.4)).toBe(20);
    expect(percentile(values, 0.5)).toBe(35);
    expect(percentile(values, 1)).toBe(50);
    expect(percentile([], 0.5)).toBeNull();
  });

  it('does not slip a rank through rounding', () => {
    const values = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(percentile(values, 0.95)).toBe(19);
    expect(percentile(values, 0.55)).toBe(11);
  });

  it('is one of the values, with the asked share of them at or below it', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const value = percentile(values, percent / 100) ?? Number.NaN;
        expect(values.some((each) => Object.is(each, value) || each === value)).toBe(true);
        const atOrBelow = values.filter((each) => each <= value).length;
        expect(atOrBelow * 100).toBeGreaterThanOrEqual(percent * values.length);
        const below = values.filter((each) => each < value).length;
        expect(below * 100).toBeLessThan(percent * values.length);
      }),
    );
  });
});

describe('mean', () => {
  it('is the sum over the count', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNull();
  });
});

describe('bootstrap interval', () => {
  it('is repeatable, and holds the mean', () => {
    fc.assert(
      fc.property(numbers, fc.integer(), (values, seed) => {
        const options = { seed, resamples: 50 };
        const interval = bootstrapInterval(values, options);
        expect(interval).toEqual(bootstrapInterval(values, options));
        expect(interval?.low).toBeLessThanOrEqual(mean(values) ?? Number.NaN);
        expect(interval?.high).toBeGreaterThanOrEqual(mean(values) ?? Number.NaN);
      }),
      { numRuns: 40 },
    );
  });

  it('has no width for equal values and about the width theory gives for coin tosses', () => {
    expect(bootstrapInterval([0.5, 0.5, 0.5])).toEqual({ low: 0.5, high: 0.5 });
    expect(bootstrapInterval([])).toBeNull();
    const tosses = Array.from({ length: 400 }, (_, index) => index % 2);
    // Standard error of a share of one half in 400 is .025.
    const interval = bootstrapInterval(tosses);
    expect(interval?.low).toBeCloseTo(0.5 - 1.96 * 0.025, 2);
    expect(interval?.high).toBeCloseTo(0.5 + 1.96 * 0.025, 2);
  });
});

describe('random numbers', () => {
  it('repeat for a seed, differ between seeds and spread evenly', () => {
    const draw = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 10_000 }, random);
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(mean(draw(7))).toBeCloseTo(0.5, 1);
    expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
