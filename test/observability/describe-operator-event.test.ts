import { expect, test } from 'vitest';
import { describeOperatorEvent, dollars } from '../../src/observability/describe-operator-event.ts';
import type { OperatorEvent } from '../../src/observability/operator-event.ts';

const model = 'small';
const budget = {
  model,
  period: '2026-11',
  spent: { tokens: 1_234_567, costMicros: 8_200_000 },
  limit: { tokens: 1_500_000, costMicros: 10_000_000 },
  until: Date.UTC(2026, 11, 1),
} as const;
const inWords = (event: OperatorEvent): string =>
  Object.values(describeOperatorEvent(event)).filter(Boolean).join(' | ');

test('a budget that is nearly spent, with figures, settings and what it means', () => {
  const words = inWords({ kind: 'budget-nearly-spent', ...budget });
  expect(words).toContain('More than 80% of the language model’s budget for November 2026');
  expect(words).toContain('1,234,567 of 1,500,000 tokens (82%), and US$8.20 of US$10.00 (82%)');
  expect(words).toContain('begins on 1 December 2026 (UTC)');
  expect(words).toContain('BUDGET_WORKSPACE_MONTH_TOKENS and BUDGET_WORKSPACE_MONTH_USD');
  expect(words).toContain('Nothing changes yet');
});

test('a spent budget says until when, and names only settings that are set', () => {
  const limit = { tokens: 1_000_000, costMicros: null };
  const words = inWords({ kind: 'budget-spent', ...budget, limit });
  expect(words).toContain('Until 1 December 2026 (UTC) answers are sentences taken from');
  expect(words).toContain('1,234,567 of 1,000,000 tokens (123%)');
  expect(words).toContain('raise BUDGET_WORKSPACE_MONTH_TOKENS and restart');
  expect(words).not.toContain('USD');
});

test.each<[OperatorEvent, RegExp]>([
  [
    {
      kind: 'model-misconfigured',
      model,
      reason: '401 invalid_api_key',
      advice: 'Check OPENAI_API_KEY.',
    },
    /Check OPENAI_API_KEY\. \(401 invalid_api_key\).*concord doctor/,
  ],
  [{ kind: 'model-unavailable', model, failure: 'unavailable' }, /tries again.*OPENAI_BASE_URL/],
  [{ kind: 'model-unavailable', model, failure: 'rate-limited' }, /CHAT_CONCURRENCY/],
  [{ kind: 'model-unavailable', model, failure: 'timed-out' }, /CHAT_TIMEOUT_MS/],
  [{ kind: 'model-unavailable', model, failure: 'cut-off' }, /break off/],
  [{ kind: 'model-unavailable', model, failure: 'something-new' }, /The log says more/],
  [{ kind: 'model-works-again', model }, /small works again/],
])('%o says what to do', (event, expected) => {
  expect(inWords(event)).toMatch(expected);
});

test.each([
  [0, 'US$0.00'],
  [4_200, 'US$0.0042'],
  [12_345_678, 'US$12.35'],
  [1_234_000_000, 'US$1,234.00'],
])('%i micro-units are %s', (micros, expected) => {
  expect(dollars(micros)).toBe(expected);
});
