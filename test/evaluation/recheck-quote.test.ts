import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recheckQuote } from '../../src/evaluation/recheck-quote.ts';
import { quoteOf } from './scripted-library.ts';

const text = 'First page ends here.\nSecond page says that\nwaits fell by 12%. More follows.';
const stored = {
  text,
  pageStarts: [
    { page: 1, offset: 0 },
    { page: 2, offset: text.indexOf('Second') },
  ],
  headings: [],
};

function quote(from: string, to: string) {
  const start = text.indexOf(from);
  const end = text.indexOf(to) + to.length;
  const page = start >= text.indexOf('Second') ? 2 : 1;
  return {
    ...quoteOf('p', text.slice(start, end)),
    ranges: [{ start, end }],
    pageStart: page,
    pageEnd: end > text.indexOf('Second') ? 2 : 1,
  };
}

describe('a quote checked again', () => {
  it('stands where it says it does', () => {
    expect(recheckQuote(quote('First', 'here.'), stored)).toBe(true);
    expect(recheckQuote(quote('page ends', 'page says'), stored)).toBe(true);
  });

  it('may differ in white space, and in nothing else', () => {
    const found = quote('Second', '12%.');
    expect(recheckQuote({ ...found, text: found.text.replace('\n', ' ') }, stored)).toBe(true);
    expect(recheckQuote({ ...found, text: found.text.replace('12', '21') }, stored)).toBe(false);
    expect(recheckQuote({ ...found, text: found.text.replace('fell', 'rose') }, stored)).toBe(
      false,
    );
  });

  it('has parts in order, joined where something was left out', () => {
    const parts = {
      ...quote('First', 'here.'),
      text: 'First page … Second page',
      ranges: [
        { start: 0, end: 10 },
        { start: text.indexOf('Second'), end: text.indexOf('Second') + 11 },
      ],
      pageEnd: 2,
    };
    expect(recheckQuote(parts, stored)).toBe(true);
    expect(recheckQuote({ ...parts, ranges: parts.ranges.toReversed() }, stored)).toBe(false);
    expect(recheckQuote({ ...parts, text: 'First page Second page' }, stored)).toBe(false);
  });

  it('is on the pages it gives', () => {
    expect(recheckQuote({ ...quote('waits', '12%.'), pageStart: 1 }, stored)).toBe(false);
    expect(recheckQuote({ ...quote('waits', '12%.'), pageEnd: 3 }, stored)).toBe(false);
    expect(recheckQuote({ ...quote('waits', '12%.'), pageStart: null }, stored)).toBe(false);
  });

  it('falls with an unknown publication, no range or no text', () => {
    const found = quote('First', 'here.');
    expect(recheckQuote(found, null)).toBe(false);
    expect(recheckQuote({ ...found, ranges: [] }, stored)).toBe(false);
    expect(recheckQuote({ ...found, text: '', ranges: [{ start: 0, end: 0 }] }, stored)).toBe(
      false,
    );
    expect(recheckQuote({ ...found, ranges: [{ start: 0, end: 10_000 }] }, stored)).toBe(false);
  });

  it('stands for any range of any text, and no longer when a letter is changed', () => {
    const range = fc.tuple(fc.string({ minLength: 3, maxLength: 60 }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(range, ([whole, one, other]) => {
        const start = one % whole.length;
        const end = start + 1 + (other % (whole.length - start));
        const piece = whole.slice(start, end);
        fc.pre(piece.trim() !== '');
        const plainStored = { text: whole, pageStarts: [], headings: [] };
        expect(recheckQuote(quoteOf('p', piece, start), plainStored)).toBe(true);
        const changed = { ...quoteOf('p', piece, start), text: `${piece}x` };
        expect(recheckQuote(changed, plainStored)).toBe(false);
      }),
    );
  });
});
