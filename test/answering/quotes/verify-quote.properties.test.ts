import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText } from '../../../src/answering/quotes/normalise-text.ts';
import { verifyQuote } from '../../../src/answering/quotes/verify-quote.ts';

const word = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[A-Za-z]{1,9}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[1-9][0-9]{0,3}$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'cafe\u0301',
      'naïve',
      'ﬁrst',
      'oﬃce',
      '𝒙𝒚',
      '한국어',
      'Ελλάδα',
      'don’t',
    ),
  },
);
const separator = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '  ',
  '\n',
  ', ',
  '. ',
  ' “',
  '” ',
  ' — ',
  ' (',
  ') ',
  ' 🏥 ',
);
const words = fc.array(fc.tuple(word, separator), { minLength: 3, maxLength: 40 });

/** A text and the range of some of its neighbouring words. */
const textWithQuote = fc.tuple(words, fc.nat(), fc.nat()).map(([pieces, a, b]) => {
  const starts: number[] = [];
  let text = '';
  for (const [each, gap] of pieces) {
    starts.push(text.length);
    text += each + gap;
  }
  const first = a % pieces.length;
  const last = first + (b % Math.min(8, pieces.length - first));
  const start = starts[first] ?? 0;
  return { text, start, end: (starts[last] ?? 0) + (pieces[last]?.[0].length ?? 0) };
});

/** The same words as another hand would set them. */
const perturbations: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.replace(/ /g, '\n  '),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFC'),
  (text) => text.replace(/[“”]/g, '"'),
  (text) => text.replaceAll('’', "'"),
  (text) => text.replaceAll('—', '–'),
  (text) => text.replaceAll('—', '--'),
  (text) => text.replace(/ﬁ/g, 'fi').replace(/ﬃ/g, 'ffi'),
  (text) => text.replace(/(?<=[a-z]{2})(?=[a-z]{2})/, '\u00ad'),
  (text) => text.replace(/(?<=[a-z]{2})(?=[a-z]{2})/, '-\n'),
  (text) => `“${text}”`,
  (text) => ` ${text} `,
];

const passage = (text: string) => ({ text, characterStart: 0, pageStarts: [] });

describe('verifying any quote of any text', () => {
  test('whole words verify to a place where they stand, however they are set', () => {
    fc.assert(
      fc.property(
        textWithQuote,
        fc.array(fc.nat(perturbations.length - 1), { maxLength: 4 }),
        ({ text, start, end }, chosen) => {
          const own = text.slice(start, end);
          const quote = chosen.reduce((sum, index) => perturbations[index]?.(sum) ?? sum, own);
          const found = verifyQuote(quote, passage(text));
          expect(found).toMatchObject({ verified: true });
          if (!found.verified) return;
          // The same words may stand at several places; the first is as good as any.
          expect(found.ranges).toHaveLength(1);
          expect(normaliseText(found.text).text).toBe(normaliseText(own).text);
          expect(found.ranges[0]?.start).toBeLessThanOrEqual(start);
          if (text.indexOf(own) === text.lastIndexOf(own) && chosen.length === 0) {
            expect(found.ranges[0]).toEqual({ start, end });
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('no quote with a changed letter or digit verifies', () => {
    fc.assert(
      fc.property(textWithQuote, fc.nat(), ({ text, start, end }, at) => {
        const own = text.slice(start, end);
        const places = [...own.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index);
        const place = places[at % Math.max(1, places.length)];
        if (place === undefined) return;
        const letter = own.charAt(place);
        const other = /\d/.test(letter)
          ? String((Number(letter) + 5) % 10)
          : letter === 'q'
            ? 'Z'
            : 'q';
        const changed = own.slice(0, place) + other + own.slice(place + 1);
        fc.pre(!normaliseText(text).text.includes(normaliseText(changed).text));
        expect(verifyQuote(changed, passage(text)).verified).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('every verified range is what stands in the text, ascending and apart', () => {
    fc.assert(
      fc.property(textWithQuote, textWithQuote, fc.nat(50), (left, right, offset) => {
        const text = `${left.text} ${right.text}`;
        const quote = `${left.text.slice(left.start, left.end)} … ${right.text.slice(right.start, right.end)}`;
        const found = verifyQuote(quote, { text, characterStart: offset, pageStarts: [] });
        if (!found.verified) {
          expect(['omits-negation', 'cut-word']).toContain(found.reason);
          return;
        }
        const standing = found.ranges.map(({ start, end }) =>
          text.slice(start - offset, end - offset),
        );
        expect(standing.join(' … ')).toBe(found.text);
        const [first, second] = found.ranges;
        expect(first?.end).toBeLessThanOrEqual(second?.start ?? Number.NaN);
      }),
      { numRuns: 300 },
    );
  });
});

describe('normalising any text', () => {
  test('ties every unit to a place, in order, within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { text: plain, starts, ends } = normaliseText(text);
        expect(starts).toHaveLength(plain.length);
        expect(ends).toHaveLength(plain.length);
        const wrong = [...starts].filter((start, at) => {
          const end = ends[at] ?? 0;
          return start >= end || end > text.length || start < (starts[at - 1] ?? 0);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('is done once and for all', () => {
    fc.assert(
      fc.property(textWithQuote, ({ text }) => {
        const once = normaliseText(text).text;
        expect(normaliseText(once).text).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});
