import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faithfulSummary } from '../../fakes/faithful-summary.ts';
import { chatModel } from '../../models/chat-requests.ts';
import { longChapter, publicationOf, summarise, textsOf } from './summary-setting.ts';

const falls = 'The share taken home after a fall went up from 42% in 2021 to 81% in 2023.';
const cost = 'The car cost £834,000 in its first year and attended 2,296 people in the valley.';
const read = publicationOf([longChapter('Results', falls), longChapter('Costs', cost)]);
const usage = { prompt_tokens: 5_000, completion_tokens: 200, total_tokens: 5_200 };
const service = new LLMock({ port: 0 });

beforeAll(async () => {
  await service.start();
});
afterEach(() => {
  service.clearFixtures();
  service.clearRequests();
});
afterAll(() => service.stop());

/** Names of the schemas that the service was asked to write by. */
const asked = (): unknown[] =>
  service.getRequests().map(({ body }) => {
    const { response_format: format } = body as { response_format?: unknown };
    return (format as { json_schema?: { name?: string } } | undefined)?.json_schema?.name;
  });

test('a summary comes of a service, by schema, and its tokens are counted', async () => {
  service.onMessage(
    /./,
    ({ messages }) => ({
      content: faithfulSummary(messages.map(({ content }) => String(content)).join('\n')) ?? '{}',
      usage,
    }),
    { chunkSize: 11 },
  );
  const { summary, run } = await summarise(chatModel(`${service.url}/v1`), read);
  expect(textsOf(summary)).toEqual(expect.arrayContaining([falls, cost]));
  expect(asked()).toEqual(['summarise-section', 'summarise-section', 'merge-summary']);
  expect(run.usage).toEqual({ input: 15_000, cachedInput: 0, output: 600 });
});

test('a service that fails after the first section leaves no summary, and what it charged', async () => {
  let calls = 0;
  service.onMessage(/./, ({ messages }) => {
    calls += 1;
    if (calls > 1)
      return { error: { message: 'No such model.', code: 'model_not_found' }, status: 404 };
    return {
      content: faithfulSummary(messages.map(({ content }) => String(content)).join('\n')) ?? '{}',
      usage,
    };
  });
  const { summary, run } = await summarise(chatModel(`${service.url}/v1`), read);
  expect(summary).toBeNull();
  expect(run.failure).toBe('misconfigured');
  expect(run.usage.input).toBeGreaterThan(3_000);
});
