import { describe, expect, test } from 'vitest';
import { verifyQuote } from '../../../src/answering/quotes/verify-quote.ts';

const at = (text: string, characterStart = 0) => ({ text, characterStart, pageStarts: [] });
const verify = (quote: string, text: string) => verifyQuote(quote, at(text));

describe('verifying a quote', () => {
  test.each([
    ['quotation marks', '"local" freedom', 'They want “local” freedom.'],
    ['apostrophes', "the patient's interest", 'in the patient’s interest'],
    ['dashes', 'hospital - and home', 'in hospital — and home care'],
    ['soft hyphens', 'integration', 'the inte\u00adgration of care'],
    ['ligatures', 'first benefit', 'the ﬁrst beneﬁt of it'],
    ['a word broken at a line end', 'information sharing', 'on infor-\nmation sharing'],
    ['a compound broken at a line end', 'long-term care', 'of long-\nterm care'],
    ['white space', 'one shared focus', 'one\u00a0shared\n\n  focus'],
    ['accents composed otherwise', 'café', 'the cafe\u0301 there'],
    ['full-width forms', 'ABC 12', 'an ＡＢＣ　１２ code'],
    [
      'its own quotation marks',
      '“Success is judged by outcomes.”',
      'Success is judged by outcomes.',
    ],
    ['a fraction sign', '1 1/2 hours', 'about 1½ hours each'],
  ])('passes over the typography of %s', (_, quote, text) => {
    expect(verify(quote, text)).toMatchObject({ verified: true });
  });

  test.each([
    ['another word', 'measured by income', 'measured by outcomes', 'not-found'],
    ['another digit', '9,001 clinicians', '9,000 clinicians', 'not-found'],
    ['another letter case', 'Patients First', 'patients first', 'not-found'],
    ['a raised digit made plain', '105 cells', '10⁵ cells', 'not-found'],
    ['a word cut out of its opposite', 'effective', 'the plan was ineffective', 'cut-word'],
    ['a compound cut', 'effective', 'the plan was non-effective', 'cut-word'],
    ['a word cut at a broken line', 'effective', 'a plan in-\neffective at all', 'cut-word'],
    ['a number cut at its comma', '200 people', 'about 1,200 people', 'cut-word'],
    ['a number cut at its point', '5%', 'about 6.5% of them', 'cut-word'],
    ['a range cut', '20 years', 'in 10–20 years', 'cut-word'],
    ['a minus sign left off', '5 points', 'by −5 points', 'cut-word'],
    ['nothing to check', '“…”', 'anything', 'empty-quote'],
    ['parts in another order', 'second … first', 'the first and then the second', 'wrong-order'],
    [
      'a negation left out',
      'the plan is … effective',
      'the plan is not at all effective',
      'omits-negation',
    ],
    [
      'many parts',
      Array.from({ length: 17 }, () => 'a').join(' … '),
      'a '.repeat(40),
      'too-many-parts',
    ],
  ])('rejects %s', (_, quote, text, reason) => {
    expect(verify(quote, text)).toMatchObject({ verified: false, reason });
  });

  test('gives places in the publication, in UTF-16 code units, with the words that stand there', () => {
    const text = '🏥 Care “closer to home” helps.';
    const found = verifyQuote('"closer to home"', at(text, 100));
    expect(found).toMatchObject({ verified: true, text: 'closer to home' });
    expect(found.verified && found.ranges).toEqual([
      { start: 100 + text.indexOf('closer'), end: 100 + text.indexOf('”') },
    ]);
  });

  test('finds the parts around an omission in order and as close together as they are', () => {
    const text = 'The board met. The plan, after two years, was agreed by the board.';
    const found = verify('The plan … was agreed [...] the board', text);
    expect(found).toMatchObject({ verified: true, text: 'The plan … was agreed … the board' });
    expect(found.verified && found.ranges[0]?.start).toBe(text.indexOf('The plan'));
  });

  test('a negation in another sentence may be left out', () => {
    expect(
      verify('It works. … It is cheap.', 'It works. Nobody objected. It is cheap.'),
    ).toMatchObject({
      verified: true,
    });
  });

  test('names the pages that the quote touches', () => {
    const pageStarts = [
      { page: 3, offset: 0 },
      { page: 4, offset: 120 },
      { page: 6, offset: 140 },
    ];
    const text = 'Outcomes are what counts for patients and for all.';
    const over = verifyQuote('counts for patients', { text, characterStart: 100, pageStarts });
    expect(over).toMatchObject({ verified: true, pageStart: 3, pageEnd: 4 });
    const before = verifyQuote('Outcomes are', { text, characterStart: 100, pageStarts });
    expect(before).toMatchObject({ verified: true, pageStart: 3, pageEnd: 3 });
    const after = verifyQuote('for all.', { text, characterStart: 100, pageStarts });
    expect(after).toMatchObject({ verified: true, pageStart: 6, pageEnd: 6 });
  });

  test('takes linear time on text made to be slow', () => {
    const time = (length: number): number => {
      const before = performance.now();
      verify(`${'ab'.repeat(length / 4)}c`, 'ab'.repeat(length));
      verify('a '.repeat(8).replaceAll(' ', ' … '), 'a '.repeat(length));
      verify(`e${'\u0301'.repeat(length)}`, `e${'\u0301'.repeat(length)}f`);
      return performance.now() - before;
    };
    time(4_000);
    expect(time(40_000)).toBeLessThan(40 * Math.max(time(4_000), 5));
  });
});
