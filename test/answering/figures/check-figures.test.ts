import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFigures } from '../../../src/answering/figures/check-figures.ts';
import { readNumberWords } from '../../../src/answering/figures/number-words.ts';

describe('holding a claim to the figures of its quotes', () => {
  test.each([
    ['two thirds of trusts', 'of trusts, 2/3 agreed'],
    ['half of them', '½ of them'],
    ['three quarters', '3/4'],
    ['twelve pilots', 'all 12 pilots'],
    ['9,000 clinicians', 'more than nine thousand clinicians'],
    ['205,000 people', 'two hundred and five thousand people'],
    ['on 6 October 2014', 'dated 06/10/2014'],
    ['on October 6, 2014', 'on the 6th of October 2014'],
    ['in October 2014', 'on 6 October 2014'],
    ['in 2014', 'on 6 October 2014'],
    ['since 2014-10-06', 'since 6 Oct 2014'],
    ['£65bn a year', '£65 billion of annual expenditure'],
    ['65 billion pounds', '£65 billion'],
    ['more than 90 per cent', 'more than 90% of all'],
    ['ninety per cent', '90%'],
    ['between 10% and 20%', 'a fall of 10–20%'],
    ['in 2021 it was 58%', 'from 58% in 2021 to 19% in 2023'],
    ['at 2.30 pm', 'at 14:30'],
    ['vitamin B12', 'low B12'],
    ['the 21st century', 'the twenty-first century'],
    ['one of the papers', 'the papers'],
    ['no figures at all', 'nothing'],
  ])('%s is borne out by %s', (claim, quote) => {
    expect(checkFigures(claim, [quote])).toEqual({ agrees: true });
  });

  test.each([
    ['9,001 clinicians', '9,000 clinicians', ['9,001']],
    ['65 patients', '65% of patients', ['65']],
    ['65% of patients', '65 patients', ['65%']],
    ['£65 million', '£65 billion', ['£65 million']],
    ['$65', '£65', ['$65']],
    ['on 7 October 2014', 'on 6 October 2014', ['7 October 2014']],
    ['on 6 October 2014', 'in October 2014', ['6 October 2014']],
    ['in 2015', 'on 6 October 2014', ['2015']],
    ['two thirds', 'one third', ['two thirds']],
    ['33% of them', 'a third of them', ['33%']],
    ['vitamin B6', 'vitamin B12', ['B6']],
    ['at 14:30', 'at 2.30 am', ['14:30']],
    ['three of seven', 'three of eight', ['seven']],
  ])('%s is not borne out by %s', (claim, quote, missing) => {
    expect(checkFigures(claim, [quote])).toEqual({ agrees: false, missing });
  });

  test('figures may be spread over several quotes', () => {
    expect(
      checkFigures('225 members and 630,000 staff', ['225 members', '630,000 staff']).agrees,
    ).toBe(true);
  });

  test('every text bears out its own figures', () => {
    const piece = fc.oneof(
      fc.integer({ min: 0, max: 2_000_000 }).map(String),
      fc.integer({ min: 0, max: 2_000_000 }).map((value) => value.toLocaleString('en-GB')),
      fc.double({ min: 0, max: 100, noNaN: true }).map((value) => `${value.toFixed(1)}%`),
      fc.constantFrom(
        'two thirds',
        '6 October 2014',
        '06/10/2014',
        '£1.5m',
        'twelve',
        'COVID-19',
        '½',
        'half',
        'May 2020',
        '10.30am',
      ),
      fc.constantFrom('of the', 'and', 'people', '.', ',', 'or', '–', 'to'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ');
        expect(checkFigures(text, [text])).toEqual({ agrees: true });
      }),
      { numRuns: 400 },
    );
  });

  test('a changed whole number is always noticed', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.integer({ min: 1, max: 1_000 }), (value, change) => {
        expect(checkFigures(`for ${value + change} people`, [`for ${value} people`]).agrees).toBe(
          false,
        );
      }),
    );
  });
});

test('numbers in words are read', () => {
  expect(readNumberWords('twenty-five')).toEqual({ value: 25, isOrdinal: false });
  expect(readNumberWords('one million two hundred thousand and six')).toEqual({
    value: 1_200_006,
    isOrdinal: false,
  });
  expect(readNumberWords('thirty-first')).toEqual({ value: 31, isOrdinal: true });
  expect(readNumberWords('many')).toBeNull();
});
