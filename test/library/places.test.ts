import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assembleText,
  headingPathAt,
  pageSpanOf,
  splitIntoPassages,
} from '../../src/library/index.ts';
import { randomBlocks } from './random-blocks.ts';

describe('pageSpanOf', () => {
  const pageStarts = [
    { page: 1, offset: 0 },
    { page: 2, offset: 100 },
    { page: 5, offset: 200 },
  ];

  test.each([
    [0, 100, 1, 1],
    [0, 101, 1, 2],
    [99, 100, 1, 1],
    [100, 200, 2, 2],
    [50, 400, 1, 5],
    [300, 300, 5, 5],
  ])('of %i to %i is %i to %i', (start, end, pageStart, pageEnd) => {
    expect(pageSpanOf(pageStarts, start, end)).toEqual({ pageStart, pageEnd });
  });

  test('is null in a text without pages', () => {
    expect(pageSpanOf([], 0, 10)).toEqual({ pageStart: null, pageEnd: null });
  });

  test('goes from the lowest to the highest page when a footnote comes late', () => {
    const withFootnote = [
      { page: 3, offset: 0 },
      { page: 4, offset: 10 },
      { page: 3, offset: 20 },
    ];
    expect(pageSpanOf(withFootnote, 12, 30)).toEqual({ pageStart: 3, pageEnd: 4 });
  });
});

describe('headingPathAt', () => {
  const headings = [
    { offset: 0, level: 1, text: 'Common values' },
    { offset: 50, level: 2, text: 'Outcomes' },
    { offset: 100, level: 3, text: 'Measures' },
    { offset: 200, level: 2, text: 'Trust' },
  ];

  test.each([
    [10, []],
    [50, ['Outcomes']],
    [199, ['Outcomes', 'Measures']],
    [500, ['Trust']],
  ])('at %i is %j', (offset, path) => {
    expect(headingPathAt(headings, offset)).toEqual(path);
  });

  test('keeps headings of the first level when there are several', () => {
    const chapters = [...headings, { offset: 300, level: 1, text: 'Annex' }];
    expect(headingPathAt(chapters, 60)).toEqual(['Common values', 'Outcomes']);
    expect(headingPathAt(chapters, 310)).toEqual(['Annex']);
  });

  test('agrees with the heading path of every passage, as far as that goes', () => {
    fc.assert(
      fc.property(randomBlocks, (blocks) => {
        const assembled = assembleText(blocks);
        for (const { headingPath, characterEnd } of splitIntoPassages(assembled)) {
          const atEnd = headingPathAt(assembled.headings, characterEnd - 1);
          expect(atEnd.slice(0, headingPath.length)).toEqual(headingPath);
        }
      }),
      { numRuns: 100 },
    );
  });
});
