import { expect, test } from 'vitest';
import {
  describeEmbeddingPlan,
  describeEmbeddingUsage,
} from '../../src/commands/describe-embedding.ts';

const plan = {
  model: 'text-embedding-3-small',
  passages: 12_340,
  tokens: 4_312_345,
  costMicros: 86_247,
};
const isDryRun = false;

test('a plan is told in words and round figures', () => {
  expect(describeEmbeddingPlan(plan, { isDryRun })).toBe(
    'Embedding 12,340 passages with text-embedding-3-small: about 4.3 million tokens, about $0.09, estimated from the length of the texts',
  );
  expect(
    describeEmbeddingPlan({ ...plan, passages: 1, tokens: 1_234 }, { isDryRun: true }),
  ).toMatch(/^Would embed 1 passage with .*: about 1,200 tokens/);
  expect(describeEmbeddingPlan({ ...plan, tokens: 43_123_456 }, { isDryRun })).toContain(
    'about 43 million',
  );
  expect(describeEmbeddingPlan({ ...plan, tokens: 0 }, { isDryRun })).toContain('about 0 tokens');
});

test('a price that is not known is not made up', () => {
  expect(describeEmbeddingPlan({ ...plan, costMicros: null }, { isDryRun })).toContain(
    'at a price that is not known (EMBEDDING_PRICE_USD says it)',
  );
  expect(describeEmbeddingPlan({ ...plan, costMicros: 0 }, { isDryRun })).toContain(
    'tokens, at no cost,',
  );
  expect(describeEmbeddingPlan({ ...plan, costMicros: 9 }, { isDryRun })).toContain(
    'tokens, less than $0.01,',
  );
});

test('what was used is told to the token', () => {
  const usage = { ...plan, refused: 0 };
  expect(describeEmbeddingUsage(usage)).toBe(
    'Embedded 12,340 passages with text-embedding-3-small: 4,312,345 tokens, $0.09',
  );
  expect(describeEmbeddingUsage({ ...usage, tokens: null, costMicros: null })).toContain(
    'the service counts no tokens',
  );
  expect(describeEmbeddingUsage({ ...usage, refused: 2 })).toContain(
    '2 passages that the service refuses can be found by their words only',
  );
});
