import { describe, expect, it } from 'vitest';
import { readingEase } from '../../../src/evaluation/scorers/reading-ease.ts';
import { redundancyOf } from '../../../src/evaluation/scorers/redundancy.ts';

describe('redundancy', () => {
  it('is the share of word pairs that one earlier statement has, on average', () => {
    // 1 of 3 pairs ("waits fell") and 2 of 2 are repeated.
    expect(redundancyOf(['Waits fell.', 'Where waits fell far', 'waits fell far'])).toBeCloseTo(
      (1 / 3 + 1) / 2,
    );
  });

  it('is none of one statement, of none, and of different ones', () => {
    expect(redundancyOf(['waits fell and waits fell'])).toBe(0);
    expect(redundancyOf([])).toBe(0);
    expect(redundancyOf(['waits fell', 'costs rose', 'rose'])).toBe(0);
  });

  it('does not add up what several earlier statements say', () => {
    expect(redundancyOf(['a b', 'c d', 'a b c d'])).toBeCloseTo((0 + 1 / 3) / 2);
  });
});

describe('reading ease', () => {
  it('follows from words, sentences and syllables', () => {
    // 8 words, 2 sentences, 8 syllables; the figure is no word.
    expect(readingEase('The cat sat down. Two dogs ran at 3.')).toBeCloseTo(
      206.835 - 1.015 * 4 - 84.6 * (8 / 8),
    );
    // 3 words, 1 sentence, 1 + 3 + 5 syllables.
    expect(readingEase('Most hospitals deteriorate.')).toBeCloseTo(
      206.835 - 1.015 * 3 - 84.6 * ((1 + 3 + 5) / 3),
    );
  });

  it('is higher for shorter words', () => {
    const plain = readingEase('We gave old people help at home.') ?? 0;
    const heavy = readingEase('Multidisciplinary interventions ameliorate deterioration.') ?? 0;
    expect(plain).toBeGreaterThan(80);
    expect(heavy).toBeLessThan(0);
  });

  it('is unknown without words', () => {
    expect(readingEase('12 %')).toBeNull();
  });
});
