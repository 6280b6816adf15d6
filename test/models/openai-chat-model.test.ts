import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chatModel, chatRequest, hear, secretQuestion } from './chat-requests.ts';

const answer = '{"a":"Twelve weeks, says the policy."}';
const mock = new LLMock({ port: 0 });

beforeAll(async () => {
  await mock.start();
});
afterEach(() => {
  mock.clearFixtures();
  mock.clearChaos();
  mock.clearRequests();
});
afterAll(() => mock.stop());

const model = (options = {}) => chatModel(`${mock.url}/v1`, options);

describe('a model over chat completions', () => {
  test('streams its JSON in pieces and ends with the tokens it took', async () => {
    const usage = {
      prompt_tokens: 50,
      completion_tokens: 9,
      prompt_tokens_details: { cached_tokens: 20 },
    };
    mock.onMessage(secretQuestion, { content: answer, usage }, { chunkSize: 5 });
    const heard = await hear(model());
    expect(heard.error).toBeUndefined();
    expect(heard.text).toBe(answer);
    expect(heard.texts.length).toBeGreaterThan(4);
    expect(heard.end).toMatchObject({ reason: 'complete', usage: { input: 50, output: 9 } });
  });

  test('is asked with the schema, the temperature and the most tokens', async () => {
    mock.onMessage(secretQuestion, { content: answer });
    await hear(model({ temperature: 0.5 }));
    expect(mock.getLastRequest()?.body).toMatchObject({
      model: 'test-model',
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.5,
      max_tokens: 100,
      messages: chatRequest().messages,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'answer', strict: true, schema: chatRequest().output.schema },
      },
    });
  });

  test.each([
    ['stop', 'complete'],
    ['length', 'length'],
    ['content_filter', 'filtered'],
  ])('an answer that ends with %s is %s', async (finishReason, reason) => {
    mock.onMessage(secretQuestion, { content: answer, finishReason });
    expect((await hear(model())).end).toMatchObject({ kind: 'end', reason });
  });

  test.each([500, 503])('is asked again after a status %i', async (status) => {
    mock.onMessage(secretQuestion, { content: answer });
    mock.nextRequestError(status, { message: secretQuestion });
    const heard = await hear(model());
    expect(heard.error).toBeUndefined();
    expect(heard.text).toBe(answer);
    expect(mock.getRequests()).toHaveLength(2);
  });

  test('is given up after four attempts', async () => {
    mock.onMessage(secretQuestion, { content: answer }, { chaos: { dropRate: 1 } });
    const { error, texts } = await hear(model());
    expect(error).toMatchObject({ failure: 'unavailable' });
    expect(texts).toEqual([]);
    expect(mock.getRequests()).toHaveLength(4);
  });

  test('that closes the connection or sends no events is asked again, too', async () => {
    mock.onMessage(secretQuestion, { content: answer });
    mock.setChaos({ disconnectRate: 1 });
    expect((await hear(model())).error).toMatchObject({ failure: 'unavailable' });
    mock.setChaos({ malformedRate: 1 });
    expect((await hear(model())).error).toMatchObject({ failure: 'cut-off' });
    expect(mock.getRequests()).toHaveLength(8);
  });

  test('does not wait longer than it may when the service asks it to', async () => {
    mock.onMessage(secretQuestion, {
      error: { message: 'slow down', code: 'rate_limit_exceeded' },
      status: 429,
      retryAfter: 3_600,
    });
    const startedAt = performance.now();
    expect((await hear(model())).error).toMatchObject({ failure: 'rate-limited' });
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    expect(mock.getRequests()).toHaveLength(1);
  });

  test('that breaks off in the middle is cut off, and not asked again', async () => {
    const opts = { chunkSize: 5, latency: 20, truncateAfterChunks: 4 };
    mock.onMessage(secretQuestion, { content: answer }, opts);
    const { error, text } = await hear(model());
    expect(error).toMatchObject({ failure: 'cut-off' });
    expect(answer.startsWith(text) && text !== '').toBe(true);
    expect(mock.getRequests()).toHaveLength(1);
  });

  test('that does not exist is for the operator to mend', async () => {
    const { error } = await hear(model());
    expect(error).toMatchObject({ failure: 'misconfigured' });
    expect((error as { forPeople: string }).forPeople).toContain('CHAT_MODEL');
    expect(mock.getRequests()).toHaveLength(1);
  });
});
