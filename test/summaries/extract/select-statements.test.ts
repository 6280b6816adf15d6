import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeats } from '../../../src/summaries/extract/select-statements.ts';
import {
  readStatements,
  type ScoredStatement,
  scoreStatements,
  selectStatements,
} from '../../../src/summaries/index.ts';
import { plainRead, statementsOf } from './scoring/statements-of.ts';

const scored = (...sentences: string[]): ScoredStatement[] =>
  scoreStatements(statementsOf(...sentences), { title: '', language: 'en' });
const textsOf = (chosen: readonly ScoredStatement[]): string[] =>
  chosen.map(({ candidate }) => candidate.text);

const falls = 'Visits by pharmacists prevented many falls at home.';
const again = 'Many falls at home were prevented by pharmacists.';
const costs = 'Each winter the car costs as much as two nurses.';

describe('the statements of a publication', () => {
  it('are all there once, in reading order, though passages overlap', () => {
    const sentences = Array.from(
      { length: 60 },
      (_, index) => `Sentence number ${index} says something of its own about the service here.`,
    );
    const read = plainRead(sentences);
    expect(read.passages.length).toBeGreaterThan(1);
    expect(readStatements(read).map(({ text }) => text)).toEqual(sentences);
  });
});

describe('what is chosen', () => {
  it('is the best statement alone for one sentence, however long', () => {
    const all = scored(falls, costs);
    const best = Math.max(...all.map(({ score }) => score));
    expect(selectStatements(all, { words: null }).map(({ score }) => score)).toEqual([best]);
    expect(selectStatements([], { words: null })).toEqual([]);
  });

  it('is the shortest where not even one is short enough', () => {
    const long = 'Visits by pharmacists in three towns of the north prevented many falls at home.';
    expect(textsOf(selectStatements(scored(long, falls), { words: 5 }))).toEqual([falls]);
  });

  it('does not say the same twice', () => {
    const [one, other] = scored(falls, again);
    expect(one !== undefined && other !== undefined && repeats(one, other)).toBe(true);
    expect(selectStatements(scored(falls, again, costs), { words: 100 })).toHaveLength(2);
  });

  it('is in reading order, within the words, and none repeats another', () => {
    const word = fc.constantFrom('falls', 'visits', 'wards', 'cost', 'letters', 'nurses', 'rise');
    const sentence = fc
      .array(word, { minLength: 4, maxLength: 25 })
      .map((all) => `The ${all.join(' ')}.`);
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 10 }),
        fc.integer({ min: 0, max: 80 }),
        (sentences, words) => {
          const all = scored(...sentences);
          const chosen = selectStatements(all, { words });
          const most = Math.max(words, Math.min(...all.map((each) => each.words)));
          if (all.length > 0)
            expect(chosen.reduce((sum, each) => sum + each.words, 0)).toBeLessThanOrEqual(most);
          expect(textsOf(chosen)).toEqual(textsOf(all.filter((each) => chosen.includes(each))));
          for (const [index, each] of chosen.entries())
            for (const other of chosen.slice(index + 1)) expect(repeats(each, other)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
