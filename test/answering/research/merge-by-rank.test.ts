import { expect, test } from 'vitest';
import { mergeByRank } from '../../../src/answering/research/merge-by-rank.ts';
import { scriptPassages } from '../scripted-search.ts';

const { found } = scriptPassages('abcdef'.split('').map((text) => ({ text })));
const pick = (letters: string) =>
  found.passages.filter(({ passage }) => letters.includes(passage.text));
const read = (searches: string[]) =>
  mergeByRank(searches.map(pick))
    .map(({ passage }) => passage.text)
    .join('');

test('takes the first of each search, then the second, each passage once', () => {
  expect(read(['abc', 'def'])).toBe('adbecf');
  expect(read(['abc', 'bf', 'e'])).toBe('abefc');
  expect(read(['', 'ab', ''])).toBe('ab');
  expect(mergeByRank([])).toEqual([]);
});
