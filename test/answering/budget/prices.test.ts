import { expect, test } from 'vitest';
import { costOf } from '../../../src/answering/budget/prices.ts';
import { createPrices } from '../../../src/answering/index.ts';

const own = { input: 3, cachedInput: 2, output: 1 };

test.each([
  ['a model of the table', 'gpt-4o', { input: 2_500_000, cachedInput: 1_250_000, output: 1e7 }],
  ['its dated version', 'gpt-4o-2024-08-06', createPrices(null)('gpt-4o')],
  ['a model that is not in it', 'llama3.1', null],
  ['a model that begins like one in it', 'gpt-4o-mine', null],
  ['a name every object has', 'constructor', null],
])('knows the price of %s, or that it does not', (_name, model, expected) => {
  expect(createPrices(null)(model)).toEqual(expected);
});

test('an own price holds for whichever model is asked', () => {
  expect(createPrices(own)('gpt-4o')).toEqual(own);
  expect(createPrices(own)('llama3.1')).toEqual(own);
});

test.each([
  ['input, cached input and output', { input: 1_000, cachedInput: 400, output: 100 }, 3_000],
  ['nothing', { input: 0, cachedInput: 0, output: 0 }, 0],
  ['a part of a micro-unit, rounded up', { input: 1, cachedInput: 1, output: 0 }, 2],
  ['more cached input than input', { input: 0, cachedInput: 400, output: 0 }, 500],
])('counts the cost of %s', (_name, usage, expected) => {
  const price = { input: 2_500_000, cachedInput: 1_250_000, output: 10_000_000 };
  expect(costOf(usage, price)).toBe(expected);
});
