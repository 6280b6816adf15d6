import { describe, expect, it } from 'vitest';
import { recheckClaim } from '../../src/evaluation/recheck-claim.ts';
import { quoteOf } from './scripted-library.ts';

const text = 'Waits fell by 12% in 2024. Costs rose.';
const stored = { text, pageStarts: [], headings: [] };
const quote = {
  ...quoteOf('p', 'Waits fell by 12% in 2024.'),
  ranges: [{ start: 0, end: 26 }],
  pageStart: null,
  pageEnd: null,
};
const claim = (words: string) => ({ text: words, quotes: [quote], citations: [1] });

describe('a statement checked again', () => {
  it('is borne out by a quote that stands and holds its words', () => {
    expect(recheckClaim(claim('Waits fell by 12% in 2024.'), stored, true)).toBe(true);
    expect(recheckClaim(claim('In 2024 waits fell.'), stored, true)).toBe(true);
  });

  it('may be in other words where a model wrote it, with no other figure', () => {
    const other = claim('Delays dropped by 12%.');
    expect(recheckClaim(other, stored, false)).toBe(true);
    expect(recheckClaim(other, stored, true)).toBe(false);
    expect(recheckClaim(claim('Delays dropped by 13%.'), stored, false)).toBe(false);
    expect(recheckClaim(claim('Delays dropped by 2%.'), stored, false)).toBe(false);
  });

  it('is not where a quote is missing or does not stand', () => {
    expect(recheckClaim({ ...claim('Waits fell.'), quotes: [] }, stored, true)).toBe(false);
    const moved = { ...quote, ranges: [{ start: 1, end: 27 }] };
    expect(recheckClaim({ ...claim('Waits fell.'), quotes: [moved] }, stored, true)).toBe(false);
    expect(recheckClaim({ ...claim('Waits fell.'), quotes: [quote, moved] }, stored, false)).toBe(
      false,
    );
    expect(recheckClaim(claim('Waits fell.'), null, true)).toBe(false);
  });
});
