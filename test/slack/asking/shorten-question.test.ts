import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  mostQuestionCharacters,
  shortenQuestion,
} from '../../../src/slack/asking/shorten-question.ts';

test('a question of ordinary length is used as it is', () => {
  const question = 'How? '.repeat(400).slice(0, mostQuestionCharacters);
  expect(shortenQuestion(question)).toEqual({ text: question, note: null });
});

test('of a long one, sentences that ask something are used, as many as fit', () => {
  const filler = 'It was so. '.repeat(300);
  const { text, note } = shortenQuestion(`${filler}Who? ${filler}Why not? ${'x'.repeat(3_000)}?`);
  expect(text).toBe('Who? Why not?');
  expect(note).toContain('sentences with a question mark');
});

test('of a long one that asks nothing, or at once too much, the beginning is used', () => {
  for (const question of [`${'word '.repeat(900)}`, `${'word '.repeat(900)}?`]) {
    const { text, note } = shortenQuestion(question);
    expect(text.endsWith('word')).toBe(true);
    expect(note).toContain('only the first 2,000');
  }
});

test('any text is shortened to well-formed text that fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(60), (part, times) => {
      const question = part.repeat(times);
      const { text, note } = shortenQuestion(question);
      expect(text.length).toBeLessThanOrEqual(mostQuestionCharacters);
      expect(note === null).toBe(question.length <= mostQuestionCharacters);
      if (note !== null) expect(text.trim() !== '' || question.trim() === '').toBe(true);
    }),
  );
});
