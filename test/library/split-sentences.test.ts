import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/library/index.ts';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Joined with a space, or with a line end where a sentence says so, and taken apart again. */
const texts: Record<string, string[]> = {
  'titles and initials': [
    'Dr. A. Smith met Prof. Jones and Mrs. O’Neill at St. Thomas’ Hospital.',
    'J. R. R. Tolkien was not there.',
  ],
  'Latin abbreviations': [
    'Some services, e.g. Community nursing, were moved (i.e. Brought closer to home).',
    'Others (cf. Table 2) stayed, as Brown et al. Describe.',
  ],
  'references by number': [
    'See No. 3, Fig. 4 and pp. 12 to 14 of vol. II.',
    'The answer was no. Nobody came.',
  ].flatMap((text) => text.split(/(?<=no\.) /)),
  'numbers and percentages': [
    'Admissions fell by 5.2% (95% CI 3.1 to 7.4), from 1,204.5 to 1,141.9.',
    'P < .05 was taken as significant.',
    'It cost £2.4 million.',
  ],
  'letters that name things': [
    'They were offered vitamin C. Patients with hepatitis B. Others had MS. Doctors agreed at 3 T. Data followed.',
  ].flatMap((text) => text.split(/(?<=[CBST]\.) /)),
  'countries and times of day': [
    'The U.K. Government answered at 9 a.m. Monday.',
    'It took place in the U.S. The rest did not.',
  ].flatMap((text) => text.split(/(?<=U\.S\.) /)),
  'quotation marks and questions': [
    '“Is it working?” she asked.',
    'He said: “It is.”',
    'Why? Nobody knew!',
    '(This was in 2014.)',
    'Nobody wrote it down.',
  ].flatMap((text) => text.split(/(?<=Why\?) /)),
  'reference marks glued to a full stop': [
    'Outcomes improved.12',
    'Costs did not.[3, 4]',
    'Nobody was surprised.”5–7',
    'The end.',
  ],
  'words taken apart': [
    "the medical examiner 's office took an average .",
    'it was high .',
    'nobody knew why .',
  ],
  'small letters only': ['the lift was measured at two speeds.', 'it fell, e.g. at high angles.'],
  'numbered items': ['1. Agree the outcomes.', '2. Agree the budget.', '(a) Then begin.'],
  'dots between': [
    'They waited … and waited.',
    'Then they left...',
    'Dates: 06.10.2014 and 7.11.14.',
  ],
  'other scripts': ['これは文です。', 'これも文です。'],
};

describe('splitSentences', () => {
  for (const [name, sentences] of Object.entries(texts)) {
    test(`respects ${name}`, () => {
      expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
    });
  }

  test('ends a sentence at every line end', () => {
    const text =
      'Common values\n\nWe agree:\n• to share risk\n• to measure. Outcomes\nName | 2013 | 2014';
    expect(sentencesOf(text)).toEqual([
      'Common values',
      'We agree:',
      '• to share risk',
      '• to measure.',
      'Outcomes',
      'Name | 2013 | 2014',
    ]);
  });

  test('finds nothing in white space', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n\t\u00a0 ')).toEqual([]);
  });

  test('leaves nothing but white space between sentences', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '. ',
        '? ',
        ' .',
        '\n',
        'Dr. ',
        'e.g. ',
        'x.12 The ',
        '1. ',
        '”',
        '… ',
        'A. ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let position = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(position, start).trim()).toBe('');
          const sentence = text.slice(start, end);
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toMatch(/[\r\n]/);
          expect(end).toBeGreaterThan(start);
          position = end;
        }
        expect(text.slice(position).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['short sentences', 'It went well. '],
    ['no sentence end', 'word '],
    ['no white space', 'x'],
    ['nothing but full stops', '. '],
    ['nothing but initials', 'A. '],
    ['glued references', 'outcomes.1'],
    ['abbreviations', 'e.g. '],
  ])('takes linear time on %s', (_, unit) => {
    const time = (characters: number): number => {
      const text = unit.repeat(characters / unit.length);
      const startedAt = performance.now();
      splitSentences(text);
      return performance.now() - startedAt;
    };
    time(100_000);
    // 16 times the text in less than 160 times the time: a quadratic method would need 256 times.
    expect(time(3_200_000)).toBeLessThan(Math.max(10 * 16 * time(200_000), 1_000));
  });
});
