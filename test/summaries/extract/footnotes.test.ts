import { expect, test } from 'vitest';
import { isFootnoteOf } from '../../../src/summaries/extract/footnotes.ts';

function footnotesOf(paragraphs: string[], headings: string[]): string[] {
  const text = paragraphs.join('\n\n');
  const isFootnote = isFootnoteOf({
    text,
    pageStarts: [],
    headings: headings.map((heading) => ({
      offset: text.indexOf(heading),
      level: 2,
      text: heading,
    })),
  });
  return paragraphs.filter((paragraph) => isFootnote(text.indexOf(paragraph) + 5));
}

test('numbered paragraphs at the end of a section are footnotes', () => {
  expect(
    footnotesOf(
      [
        'Results',
        'It fell.',
        '12 GPs took part.',
        'It rose.',
        'More.',
        '1 The annual report.',
        '2 A letter.',
        'Next',
        'Last.',
      ],
      ['Results', 'Next'],
    ),
  ).toEqual(['1 The annual report.', '2 A letter.']);
});

test('not where all paragraphs are numbered', () => {
  expect(footnotesOf(['1 We met.', '2 We spoke.', '3 We left.'], [])).toEqual([]);
});
