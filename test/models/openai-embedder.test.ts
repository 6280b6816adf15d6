import { describe, expect, test } from 'vitest';
import type { OpenAiEmbedder } from '../../src/models/openai-embedder.ts';
import { describeEmbedder } from '../contracts/embedder-contract.ts';
import { useEmbeddingServer } from './use-embedding-server.ts';

const open = useEmbeddingServer();

describe('OpenAI-compatible embedder', () => {
  describe('as an embedder', () => {
    let shared: OpenAiEmbedder | undefined;
    describeEmbedder(async () => {
      shared = (await open()).embedder;
      // Its id names the service, which has another port in each test.
      return new Proxy(shared, {
        get: (target, name) => {
          const value: unknown = name === 'id' ? 'remote' : Reflect.get(target, name, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    });
  });

  test('asks for its model and dimensions with the key, in batches', async () => {
    const { server, embedder } = await open();
    const texts = Array.from({ length: 600 }, (_, at) => `text ${at}`);
    expect(await embedder.embedDocuments(texts)).toHaveLength(600);
    expect(server.requests.map(({ body }) => body.input.length)).toEqual([256, 256, 88]);
    expect(server.requests[0]).toMatchObject({
      headers: { authorization: 'Bearer key-for-tests' },
      body: { model: 'small', dimensions: 6 },
    });
    expect(embedder.id).toMatch(/^small:6@127\.0\.0\.1:\d+$/);
  });

  test('tries again after overload and rate limits, for a question once', async () => {
    const busy = (times: number) => (_request: unknown, number: number) =>
      number <= times ? { status: number === 1 ? 503 : 429 } : undefined;
    const texts = await open(busy(3));
    expect(await texts.embedder.embedDocuments(['stroke'])).toHaveLength(1);
    expect(texts.server.requests).toHaveLength(4);
    const question = await open(busy(1));
    expect(await question.embedder.embedQuery('stroke')).toHaveLength(6);
    expect(question.server.requests).toHaveLength(2);
  });

  test.each([
    [401, 'OPENAI_API_KEY'],
    [403, 'OPENAI_BASE_URL'],
    [404, 'EMBEDDING_MODEL'],
    [400, 'EMBEDDING_DIMENSIONS'],
    [422, 'EMBEDDING_DIMENSIONS'],
  ])('reports status %i at once, naming %s', async (status, variable) => {
    const { server, embedder } = await open(() => ({ status }));
    await expect(embedder.embedQuery('stroke')).rejects.toMatchObject({
      code: 'embedding-failed',
      details: { status },
      forPeople: expect.stringContaining(variable),
    });
    expect(server.requests).toHaveLength(1);
  });

  test('gives up on a service that stays away', async () => {
    const { server, embedder } = await open(() => ({ status: 500 }));
    await expect(embedder.embedQuery('stroke')).rejects.toMatchObject({ code: 'embedding-failed' });
    expect(server.requests).toHaveLength(2);
    const texts = embedder.embedDocuments(['stroke']);
    await expect(texts).rejects.toMatchObject({ code: 'embedding-failed' });
    expect(server.requests).toHaveLength(6);
  });

  test.each([
    ['too few vectors', { data: [] }],
    ['another length', { data: [{ index: 0, embedding: [1, 2] }] }],
    ['no numbers', { data: [{ index: 0, embedding: [1, 2, 3, 4, 5, null] }] }],
    ['nothing at all', {}],
  ])('refuses an answer with %s', async (_what, body) => {
    const { embedder } = await open(() => ({ status: 200, body }));
    await expect(embedder.embedQuery('stroke')).rejects.toMatchObject({
      code: 'embedding-invalid',
    });
  });
});
