import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenAiEmbedder } from '../../src/models/openai-embedder.ts';
import type { EmbeddedBatch } from '../../src/retrieval/index.ts';
import type { EmbeddingServer } from './embedding-server.ts';
import { useEmbeddingServer } from './use-embedding-server.ts';

const open = useEmbeddingServer();
const never = new AbortController().signal;
const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `text ${at}`);
const sizes = ({ requests }: EmbeddingServer): number[] =>
  requests.map(({ body }) => body.input.length);
const tooLarge = { status: 413, body: { error: { message: 'batch size > maximum' } } };

async function embedAll(embedder: OpenAiEmbedder, texts: string[]): Promise<EmbeddedBatch[]> {
  const batches: EmbeddedBatch[] = [];
  for await (const batch of embedder.embedMany(texts, never)) batches.push(batch);
  return batches;
}

const placesOf = (batches: EmbeddedBatch[]): number[] =>
  batches.flatMap(({ places }) => places).sort((a, b) => a - b);

describe('many texts', () => {
  test('are limited by their tokens as well, and counted as the service counts', async () => {
    const { server, embedder } = await open();
    const long = Array.from({ length: 50 }, () => 'word '.repeat(4_000));
    const batches = await embedAll(embedder, long);
    // 5,000 tokens each by the estimate, of 120,000 a request.
    expect(sizes(server).sort((a, b) => b - a)).toEqual([24, 24, 2]);
    expect(placesOf(batches)).toEqual(long.map((_, at) => at));
    expect(batches.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0)).toBe(200_000);
  });

  test('are fewer to a request where their vectors are long', async () => {
    const { server, embedder } = await open(undefined, { dimensions: 3_072, concurrency: 1 });
    await embedAll(embedder, numbered(100));
    expect(sizes(server)).toEqual([42, 42, 16]);
  });

  test('are asked for in several requests at a time, once the first was taken', async () => {
    let inFlight = 0;
    const seen: number[] = [];
    const three = Promise.withResolvers<void>();
    const { embedder } = await open(
      async (_request, number) => {
        inFlight += 1;
        seen.push(inFlight);
        if (number === 4) three.resolve();
        if (number > 1) await three.promise;
        inFlight -= 1;
        return undefined;
      },
      { concurrency: 3 },
    );
    const batches = await embedAll(embedder, numbered(256 * 7));
    expect(placesOf(batches)).toHaveLength(256 * 7);
    expect(seen.slice(0, 4)).toEqual([1, 1, 2, 3]);
    expect(Math.max(...seen)).toBe(3);
  });

  test('that are too many for the service are halved, and that is remembered', async () => {
    const { server, embedder } = await open(({ body }) =>
      body.input.length > 32 ? tooLarge : undefined,
    );
    const batches = await embedAll(embedder, numbered(300));
    expect(placesOf(batches)).toHaveLength(300);
    const afterwards = server.requests.length;
    await embedAll(embedder, numbered(96));
    expect(sizes(server).slice(afterwards)).toEqual([32, 32, 32]);
  });

  test('come back or are refused, each once, whatever the service takes at a time', async () => {
    const limits = fc.record({
      count: fc.integer({ min: 0, max: 300 }),
      most: fc.integer({ min: 1, max: 200 }),
      longest: fc.integer({ min: 300, max: 3_000 }),
      concurrency: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(limits, async ({ count, most, longest, concurrency }) => {
        const isTooMuch = (input: string[]): boolean =>
          input.length > most || input.some(({ length }) => length > longest);
        const { embedder } = await open(
          ({ body }) => (isTooMuch(body.input) ? { status: 400 } : undefined),
          { concurrency },
        );
        const texts = numbered(count).map((text, at) => (at % 97 === 5 ? text.repeat(250) : text));
        const batches = await embedAll(embedder, texts);
        const told = batches.flatMap(({ places, refused }) => [...places, ...refused]);
        expect(told.sort((a, b) => a - b)).toEqual(texts.map((_, at) => at));
        for (const { places, vectors } of batches) expect(vectors).toHaveLength(places.length);
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ['refuses', { status: 401 }, 'embedding-failed'],
    [
      'answers with vectors of another length',
      { status: 200, body: { data: [{ index: 0, embedding: [1] }] } },
      'embedding-invalid',
    ],
  ])('keep what came back when the service then %s', async (_what, reply, code) => {
    const { embedder } = await open((_request, number) => (number > 2 ? reply : undefined), {
      concurrency: 1,
    });
    const kept: number[] = [];
    const run = async (): Promise<void> => {
      for await (const { places } of embedder.embedMany(numbered(1_000), never)) {
        kept.push(...places);
      }
    };
    await expect(run()).rejects.toMatchObject({ code });
    expect(kept).toHaveLength(512);
  });

  test('end with the reason of their signal', async () => {
    const stop = new AbortController();
    const { embedder } = await open(() => {
      stop.abort(new Error('stopped'));
      return undefined;
    });
    const run = async (): Promise<void> => {
      for await (const _batch of embedder.embedMany(numbered(10), stop.signal));
    };
    await expect(run()).rejects.toThrow('stopped');
  });
});

describe('a text that the service does not take', () => {
  test('is cut until it does, and the others lose nothing', async () => {
    const { server, embedder } = await open(({ body }) =>
      body.input.some((text) => text.length > 2_000)
        ? { status: 400, body: { error: { message: 'the input length exceeds the context' } } }
        : undefined,
    );
    const texts = [...numbered(6), 'long '.repeat(1_000), 'more'];
    const batches = await embedAll(embedder, texts);
    expect(placesOf(batches)).toEqual(texts.map((_, at) => at));
    const before = server.requests.length;
    await embedAll(embedder, numbered(8));
    expect(sizes(server).slice(before)).toEqual([8]);
  });

  test('in no form is left out, and told', async () => {
    const { embedder } = await open(({ body }) =>
      body.input.some((text) => text.includes('poison')) ? { status: 400 } : undefined,
    );
    const batches = await embedAll(embedder, ['poison', ...numbered(5)]);
    expect(placesOf(batches)).toEqual([1, 2, 3, 4, 5]);
    expect(batches.flatMap(({ refused }) => refused)).toEqual([0]);
  });

  test('is not looked for where the service takes nothing at all', async () => {
    const { server, embedder } = await open(() => ({ status: 400 }));
    await expect(embedAll(embedder, numbered(256))).rejects.toMatchObject({
      code: 'embedding-failed',
    });
    expect(sizes(server)).toEqual([256, 1]);
  });
});

describe('the length of vectors', () => {
  const refusal = (message: string) => ({ status: 400, body: { error: { message } } });

  test.each([
    'Model "bge-m3" does not support matryoshka representation, changing output dimensions will lead to poor results.',
    'dimensions is currently not supported',
  ])('is not asked for any more where that is refused: %s', async (message) => {
    const { server, embedder } = await open(({ body }) =>
      body.dimensions === undefined ? undefined : refusal(message),
    );
    await embedAll(embedder, numbered(3));
    expect(await embedder.embedQuery('stroke')).toHaveLength(6);
    expect(server.requests.map(({ body }) => body.dimensions)).toEqual([6, undefined, undefined]);
  });

  test('that differs from the configured one is named', async () => {
    const { embedder } = await open(
      ({ body }) => (body.dimensions === undefined ? undefined : refusal('dimensions')),
      { dimensions: 512 },
    );
    await expect(embedder.embedQuery('stroke')).rejects.toMatchObject({
      code: 'embedding-invalid',
      forPeople: expect.stringContaining('Set EMBEDDING_DIMENSIONS=6 '),
    });
  });
});
