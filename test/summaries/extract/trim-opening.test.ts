import { describe, expect, test } from 'vitest';
import { tidyWords } from '../../../src/summaries/extract/tidy-words.ts';
import { trimOpening } from '../../../src/summaries/extract/trim-opening.ts';

describe('an opening that ties a sentence to its page', () => {
  test.each([
    ['In this paper, we describe three towns.', 'we describe three towns.'],
    ['In this preliminary work we describe it.', 'we describe it.'],
    ['To this end, we asked 40 people.', 'we asked 40 people.'],
    ['To address this gap, the authors asked 40 people.', 'the authors asked 40 people.'],
    ['Here we show that waits fell.', 'we show that waits fell.'],
    ['Motivated by these findings, our study asks why.', 'our study asks why.'],
  ])('%s', (sentence, trimmed) => {
    expect(trimOpening(sentence)).toBe(trimmed);
  });

  test.each([
    'In this paper, three towns are described.',
    'In this region, we found fewer beds.',
    'To reduce falls, we visited people at home.',
    'To address this gap without money, staff met; we joined them.',
    'Here in Leeds we met.',
    'In 2024, we met.',
  ])('stays where the sentence needs it: %s', (sentence) => {
    expect(trimOpening(sentence)).toBe(sentence);
  });

  test('goes with what stands before it, and a capital letter stays', () => {
    expect(tidyWords('However, here we show that waits fell.')).toBe('We show that waits fell.');
  });

  test('squares are no footnote marks', () => {
    const figures = 'Tau² = 0.09 over 12 km² and I² = 65%.';
    expect(tidyWords(figures)).toBe(figures);
    expect(tidyWords('Waits fell.² Costs rose as policy² said.')).toBe(
      'Waits fell. Costs rose as policy said.',
    );
  });
});
