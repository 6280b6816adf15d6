import { expect, test } from 'vitest';
import { describeExchange } from '../../src/commands/describe-exchange.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';

test('an answer that the model had no part in says so', () => {
  const { modelRun, answer } = sampleExchange();
  if (modelRun === null || answer.kind !== 'answer') throw new Error('the sample has both');
  const spoken = (failure: 'unavailable' | null) =>
    describeExchange(
      sampleExchange({
        modelRun: { ...modelRun, failure },
        answer: { ...answer, composer: failure === null ? 'model' : 'extractive' },
      }),
      80,
    ).replace(/\s+/g, ' ');
  expect(spoken('unavailable')).toContain('its service cannot be reached at the moment');
  expect(spoken(null)).not.toContain('language model');
});
