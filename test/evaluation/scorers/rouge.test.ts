import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rouge } from '../../../src/evaluation/scorers/rouge.ts';
import { rougeWords } from '../../../src/evaluation/scorers/rouge-words.ts';

const of = (summary: string, ...references: string[]) =>
  rouge(rougeWords(summary), references.map(rougeWords));

describe('words for ROUGE', () => {
  it('are lower-case runs of letters and digits, as they are', () => {
    expect(rougeWords('The 2-year trial (n=1,024) isn’t over.')).toEqual(
      'the 2 year trial n 1 024 isn t over'.split(' '),
    );
  });

  it('are whole beyond ASCII, too', () => {
    expect(rougeWords('Caffè yn Llanfair Môn')).toEqual(['caffè', 'yn', 'llanfair', 'môn']);
  });
});

describe('ROUGE, worked out by hand', () => {
  it('of a summary that leaves out and swaps words', () => {
    // 3 words of 4 and 5 are shared: 2·3/9. Of 3 and 4 pairs, "the cat" and "cat sat": 2·2/7.
    // In the same order: the, cat, sat.
    expect(of('The cat sat quietly.', 'The cat sat down there')).toEqual({
      rouge1: 6 / 9,
      rouge2: 4 / 7,
      rougeL: 6 / 9,
    });
  });

  it('counts a word that comes twice as often as the other text has it', () => {
    // "the" is shared twice, not three times, and "cat" once: 2·3/(4+3). Pairs shared: "the cat".
    expect(of('the the the cat', 'the cat the')).toEqual({
      rouge1: 6 / 7,
      rouge2: 2 / 5,
      rougeL: 4 / 7,
    });
  });

  it('of the same words in another order', () => {
    // All words are shared, one pair of three ("c d"); in the same order "a c d" or "b c d".
    expect(of('a b c d', 'b a c d')).toEqual({ rouge1: 1, rouge2: 2 / 6, rougeL: 6 / 8 });
  });

  it('takes all scores from the reference that is nearest by ROUGE-1', () => {
    const near = 'waits fell in the north';
    // ROUGE-1 with the first is 2·4/9, with the second 2·2/6, though the second shares a pair more.
    expect(of('fell waits north in', near, 'fell waits')).toEqual(of('fell waits north in', near));
  });

  it('is nothing where nothing is shared, and where there is no summary', () => {
    const nothing = { rouge1: 0, rouge2: 0, rougeL: 0 };
    expect(of('waits fell', 'costs rose')).toEqual(nothing);
    expect(of('', 'costs rose')).toEqual(nothing);
    expect(of('Costs', 'costs')).toEqual({ rouge1: 1, rouge2: 0, rougeL: 1 });
  });

  it('is the same both ways, at most 1, and 1 with itself', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const there = rouge(one, [other]);
        expect(there).toEqual(rouge(other, [one]));
        expect(there.rougeL).toBeLessThanOrEqual(there.rouge1);
        expect(there.rouge1).toBeLessThanOrEqual(1);
        expect(rouge(one, [one, other])).toEqual({ rouge1: 1, rouge2: 1, rougeL: 1 });
        expect(rouge(one, [other, one]).rouge1).toBe(1);
      }),
    );
  });
});
