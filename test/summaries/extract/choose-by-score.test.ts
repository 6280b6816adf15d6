import { describe, expect, test } from 'vitest';
import { isUndivided } from '../../../src/summaries/extract/choose-by-score.ts';
import { findSections } from '../../../src/summaries/extract/find-sections.ts';
import { fitStatements } from '../../../src/summaries/extract/fit-statements.ts';
import {
  type ReadPublication,
  readStatements,
  scoreStatements,
  summariseExtractively,
} from '../../../src/summaries/index.ts';
import { publicationOf } from '../model/summary-setting.ts';
import { plainRead } from './scoring/statements-of.ts';

const abstract = [
  'We randomised 412 people over 75 in three towns to visits by a pharmacist.',
  'Falls fell by 23% among people whom a pharmacist visited.',
  'Lunch was served upstairs on Tuesday in a large room.',
  'We recommend that every practice offers help at home before winter.',
];
const textsOf = (read: ReadPublication, words: number | null): string[] =>
  summariseExtractively(read, { length: 'brief', reader: 'member', words })?.parts.flatMap(
    ({ claims }) => claims.map(({ text }) => text),
  ) ?? [];

function undivided(read: ReadPublication): boolean {
  const scored = scoreStatements(readStatements(read), read.publication);
  return isUndivided(findSections(read.text), fitStatements(read, scored));
}

describe('a text too short to have parts', () => {
  test('is an abstract, and no report or long text', () => {
    expect(undivided(plainRead(abstract))).toBe(true);
    expect(undivided(publicationOf([{ heading: 'Results', paragraphs: abstract }]))).toBe(false);
    const long = Array.from({ length: 60 }, (_, index) => `Ward ${index} opened in the north.`);
    expect(undivided(plainRead(long))).toBe(false);
  });

  test('is told in its own order, each thing under the item it serves', () => {
    const read = plainRead(abstract, 'Visits by pharmacists to people over 75');
    const summary = summariseExtractively(read, { length: 'brief', reader: 'member', words: 36 });
    const found = summary?.parts.find(({ item }) => item === 'findings');
    expect(found?.claims.map(({ text }) => text)).toEqual([abstract[1]]);
    expect(summary?.parts.at(-1)?.item).toBe('recommendations');
    expect(textsOf(read, 36)).toEqual([abstract[0], abstract[1], abstract[3]]);
  });

  test('is told within the words, and in one sentence', () => {
    const read = plainRead(abstract, 'Visits by pharmacists');
    expect(textsOf(read, 25).join(' ').split(' ').length).toBeLessThanOrEqual(25);
    const [one, ...more] = textsOf(read, null);
    expect(abstract).toContain(one);
    expect(more).toEqual([]);
  });
});
