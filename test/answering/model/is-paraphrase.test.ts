import { expect, test } from 'vitest';
import { isParaphrase } from '../../../src/answering/model/is-paraphrase.ts';

const quote = (text: string) => ({
  publicationId: 'p',
  passageId: 1,
  text,
  ranges: [{ start: 0, end: text.length }],
  pageStart: null,
  pageEnd: null,
  headingPath: [],
});
const some = 'Some patients must wait. Nurses call them “daily”, at 9:00.';

test.each([
  ['a whole quote', some, false],
  ['a sentence of a quote', 'Nurses call them "daily" at 9:00', false],
  ['sentences of quotes in another order', 'Most agree. Some patients must wait.', false],
  ['part of a sentence', 'Patients must wait.', true],
  ['a sentence with a word left out', 'Some patients wait.', true],
  ['a sentence with a word added', 'Some patients must wait long.', true],
  ['the same words in another order', 'Wait must some patients.', true],
  ['a sentence of its own beside one that is not', 'Some patients must wait. All do.', true],
])('%s', (_, text, expected) => {
  expect(isParaphrase({ text, quotes: [quote(some), quote('Most agree.')] })).toBe(expected);
});
