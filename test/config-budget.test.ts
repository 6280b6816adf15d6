import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, '/srv').budget;

test('there are no budgets unless they are set', () => {
  const none = { tokens: null, costMicros: null };
  expect(read({})).toEqual({
    budgets: { 'person-day': none, 'channel-day': none, 'workspace-month': none },
    price: null,
  });
});

test('budgets are in tokens, in money or in both', () => {
  const { budgets } = read({
    BUDGET_PERSON_DAY_TOKENS: '50000',
    BUDGET_CHANNEL_DAY_USD: '0.000001',
    BUDGET_WORKSPACE_MONTH_TOKENS: '10000000',
    BUDGET_WORKSPACE_MONTH_USD: '12.5',
  });
  expect(budgets).toEqual({
    'person-day': { tokens: 50_000, costMicros: null },
    'channel-day': { tokens: null, costMicros: 1 },
    'workspace-month': { tokens: 10_000_000, costMicros: 12_500_000 },
  });
});

test('a price is for input and output, and for cached input when that is cheaper', () => {
  const price = { BUDGET_PRICE_INPUT_USD: '0.15', BUDGET_PRICE_OUTPUT_USD: '0' };
  expect(read(price).price).toEqual({ input: 150_000, cachedInput: 150_000, output: 0 });
  expect(read({ ...price, BUDGET_PRICE_CACHED_INPUT_USD: '0.075' }).price?.cachedInput).toBe(
    75_000,
  );
});

test.each([
  ['BUDGET_PERSON_DAY_TOKENS', '0', 'leave it empty for no limit'],
  ['BUDGET_PERSON_DAY_TOKENS', '1e6', 'whole number of tokens'],
  ['BUDGET_CHANNEL_DAY_TOKENS', '1.5', 'whole number of tokens'],
  ['BUDGET_CHANNEL_DAY_USD', '0.00', 'above 0'],
  ['BUDGET_WORKSPACE_MONTH_USD', '$5', 'US dollars'],
  ['BUDGET_WORKSPACE_MONTH_USD', '-5', 'US dollars'],
  ['BUDGET_PRICE_INPUT_USD', '0.1234567', 'for a million tokens'],
])('%s=%s is a problem that is named', (name, value, problem) => {
  expect(() => read({ [name]: value })).toThrow(new RegExp(`${name}: .*${problem}`));
});

test('half a price is a problem', () => {
  expect(() => read({ BUDGET_PRICE_INPUT_USD: '1' })).toThrow('BUDGET_PRICE_OUTPUT_USD: needed');
  expect(() => read({ BUDGET_PRICE_CACHED_INPUT_USD: '1' })).toThrow('BUDGET_PRICE_INPUT_USD: ');
});
