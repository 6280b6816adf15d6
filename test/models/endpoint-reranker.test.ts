import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { EndpointReranker } from '../../src/models/endpoint-reranker.ts';
import { readRerankAnswer } from '../../src/models/read-rerank-answer.ts';
import { scriptPassages } from '../answering/scripted-search.ts';
import {
  type RerankReply,
  type RerankRequest,
  type RerankServer,
  scoreByReplies,
  startRerankServer,
} from './rerank-server.ts';

const { passages } = scriptPassages([
  { text: 'Nothing.' },
  { text: 'A reply, and a reply.' },
  { text: 'One reply.' },
]).found;
const opened: RerankServer[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function open(
  answer: (request: RerankRequest, number: number) => RerankReply,
  options: Partial<ConstructorParameters<typeof EndpointReranker>[0]> = {},
) {
  const server = await startRerankServer(answer);
  opened.push(server);
  const reranker = new EndpointReranker({
    url: server.url,
    model: 'rerank-small',
    apiKey: 'secret',
    timeoutMs: 5_000,
    firstPauseMs: 1,
    ...options,
  });
  const rerank = (signal?: AbortSignal) => reranker.rerank('Who replied?', passages, signal);
  return { server, rerank };
}

const asResults = ({ body }: RerankRequest): RerankReply => ({
  body: {
    results: scoreByReplies(body.documents).map(({ index, score }) => ({
      index,
      relevance_score: score,
    })),
  },
});
/** Text Embeddings Inference: other names, and whatever lacks them is not processed. */
const asTexts = ({ body }: RerankRequest): RerankReply =>
  body.texts === undefined
    ? { status: 422, body: { error: 'missing field `texts`' } }
    : { body: scoreByReplies(body.texts) };

describe('a rerank endpoint', () => {
  test('is given question, texts with their titles, model and key, and gives an order', async () => {
    const { server, rerank } = await open(asResults);
    expect(await rerank()).toEqual([1, 2, 0]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      headers: { authorization: 'Bearer secret' },
      body: {
        model: 'rerank-small',
        query: 'Who replied?',
        documents: ['Publication 0\nNothing.', expect.any(String), 'Publication 2\nOne reply.'],
      },
    });
  });

  test('may name its list otherwise, as Voyage does, and have only one model', async () => {
    const { server, rerank } = await open(
      ({ body }) => ({ body: { object: 'list', data: scoreByReplies(body.documents) } }),
      { model: null },
    );
    expect(await rerank()).toEqual([1, 2, 0]);
    expect(server.requests[0]?.body).not.toHaveProperty('model');
  });

  test('may speak the dialect of Text Embeddings Inference, which is remembered', async () => {
    const { server, rerank } = await open(asTexts);
    expect(await rerank()).toEqual([1, 2, 0]);
    expect(await rerank()).toEqual([1, 2, 0]);
    expect(server.requests.map(({ body }) => 'texts' in body)).toEqual([false, true, true]);
    expect(server.requests[1]?.body).toMatchObject({ truncate: true });
  });

  test('is asked again when it is overloaded, and not more than once', async () => {
    const { rerank } = await open((request, number) =>
      number === 1 ? { status: 503 } : asResults(request),
    );
    expect(await rerank()).toEqual([1, 2, 0]);
    const gone = await open(() => ({ status: 503, body: { message: 'Who replied?' } }));
    const failure = await gone.rerank().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'rerank-failed', details: { reason: '503' } });
    // What a service says may quote what it was given.
    expect(JSON.stringify([failure, String(failure)])).not.toContain('Who replied');
    expect(gone.server.requests).toHaveLength(2);
  });

  test.each<[string, RerankReply, object]>([
    ['refuses the key', { status: 401 }, { forPeople: expect.stringContaining('RERANK_API_KEY') }],
    ['is not there', { status: 404 }, { forPeople: expect.stringContaining('whole address') }],
    ['refuses the request', { status: 400 }, { details: { reason: '400' } }],
    [
      'asks to wait for longer than there is time',
      { status: 429, headers: { 'retry-after': '60' } },
      { code: 'rerank-failed' },
    ],
    ['says something else', { body: { error: 'no' } }, { code: 'rerank-invalid' }],
    [
      'says nothing that is an order',
      { body: { results: [{ index: 7, relevance_score: 1 }] } },
      { code: 'rerank-invalid' },
    ],
  ])('that %s gives none', async (_name, reply, failure) => {
    const { rerank } = await open(() => reply);
    await expect(rerank()).rejects.toMatchObject(failure);
  });

  test('that does not answer is waited for no longer than it may take', async () => {
    const { rerank } = await open(() => ({ hangs: true }), { timeoutMs: 50 });
    await expect(rerank()).rejects.toMatchObject({
      code: 'rerank-failed',
      details: { reason: 'timed-out' },
    });
  });

  test('is left when somebody presses Stop', async () => {
    const stop = new AbortController();
    const { rerank } = await open(() => {
      stop.abort(new Error('stopped'));
      return { hangs: true };
    });
    await expect(rerank(stop.signal)).rejects.toThrow('stopped');
  });
});

describe('the answer of a rerank endpoint', () => {
  test('is read without what is no place, has no score or comes twice', () => {
    const results = [
      { index: 1, relevance_score: -3 },
      { index: 9, relevance_score: 100 },
      { index: 1, relevance_score: 50 },
      { index: -1, relevance_score: 9 },
      { index: 0.5, relevance_score: 9 },
      { index: '2', relevance_score: 9 },
      { index: 2, relevance_score: null },
      { index: 2, relevance_score: 'high' },
      { index: 0, relevance_score: -1, document: { text: 'x' } },
    ];
    expect(readRerankAnswer({ results }, 3)).toEqual([0, 1]);
  });

  test('is never more than places, each once', () => {
    const result = fc.record(
      {
        index: fc.oneof(fc.integer(), fc.double(), fc.anything()),
        relevance_score: fc.oneof(fc.double(), fc.anything()),
        score: fc.oneof(fc.double(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    const lists = fc.array(fc.oneof(result, fc.anything()));
    const answers = fc.oneof(
      lists,
      fc.record({ results: lists }),
      fc.record({ data: lists }),
      fc.anything(),
    );
    fc.assert(
      fc.property(answers, fc.nat(40), (answer, texts) => {
        const places = readRerankAnswer(answer, texts);
        expect(new Set(places).size).toBe(places.length);
        for (const place of places) {
          expect(Number.isInteger(place) && place >= 0 && place < texts).toBe(true);
        }
      }),
    );
  });
});
