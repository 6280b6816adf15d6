import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRerankedRetriever,
  type Reranker,
  type RetrievalRequest,
  type RetrievedPassage,
  type Retriever,
} from '../../src/retrieval/index.ts';
import { scriptPassages } from '../answering/scripted-search.ts';

const { found } = scriptPassages(
  Array.from({ length: 20 }, (_, number) => ({ text: `Passage ${number}.` })),
);
const request: RetrievalRequest = { query: 'q', audiences: ['public'], limit: 5 };
const idsOf = (passages: readonly RetrievedPassage[]) => passages.map(({ passage }) => passage.id);
const asFound = idsOf(found.passages);

/** A search that returns as many passages as it is asked for, of those given. */
function scriptRetriever(passages = found.passages) {
  const requests: RetrievalRequest[] = [];
  const retriever: Retriever = {
    retrieve: async (asked) => {
      requests.push(asked);
      return { passages: passages.slice(0, asked.limit), signals: found.signals };
    },
  };
  return { retriever, requests };
}

function rerankedBy(rerank: Reranker['rerank'], passages = found.passages) {
  const { retriever, requests } = scriptRetriever(passages);
  return { requests, ...createRerankedRetriever(retriever, { mostPassages: 10, rerank }) };
}

describe('a reranked search', () => {
  test('fetches more than asked for, and keeps the best in the new order', async () => {
    const { retrieve, requests } = rerankedBy(async () => [9, 2, 0]);
    const { passages, signals } = await retrieve(request);
    expect(idsOf(passages)).toEqual([10, 3, 1, 2, 4]);
    expect(requests).toEqual([{ ...request, limit: 10 }]);
    expect(signals).toBe(found.signals);
  });

  test('gives the scores in their order to the passages in theirs', async () => {
    const { passages } = await rerankedBy(async () => [9, 2, 0]).retrieve(request);
    const scores = (all: readonly RetrievedPassage[]) => all.map(({ score }) => score);
    expect(scores(passages)).toEqual(scores(found.passages).slice(0, 5));
    expect(passages[0]?.lexicalScore).toBe(found.passages[9]?.lexicalScore);
  });

  test('lets follow in the order of the search what the reranker was not given', async () => {
    const { passages } = await rerankedBy(async () => [1]).retrieve({ ...request, limit: 12 });
    expect(idsOf(passages)).toEqual([2, 1, ...asFound.slice(2, 12)]);
  });

  test.each<[string, Reranker['rerank']]>([
    ['fails', async () => Promise.reject(new Error('away'))],
    ['has no opinion', async () => []],
    ['names no passage', async () => [-1, 10, 0.5, Number.NaN]],
  ])('is as without it when the reranker %s', async (_name, rerank) => {
    const { passages, signals } = await rerankedBy(rerank).retrieve(request);
    expect(passages).toEqual(found.passages.slice(0, 5));
    expect(signals).toBe(found.signals);
  });

  test('ends when somebody presses Stop meanwhile', async () => {
    const stop = new AbortController();
    const { retrieve } = rerankedBy(async () => {
      stop.abort(new Error('stopped'));
      throw new Error('closed');
    });
    await expect(retrieve({ ...request, signal: stop.signal })).rejects.toThrow('stopped');
  });

  test('asks nobody about a single passage', async () => {
    const { retrieve } = rerankedBy(async () => expect.unreachable(), found.passages.slice(0, 1));
    expect(idsOf((await retrieve(request)).passages)).toEqual([1]);
  });

  test('never shows what was not found, nor anything twice', async () => {
    const places = fc.array(fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double()));
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 1, max: 25 }), async (order, limit) => {
        const { passages } = await rerankedBy(async () => order).retrieve({ ...request, limit });
        const ids = idsOf(passages);
        expect(new Set(ids).size).toBe(Math.min(limit, 20));
        expect(ids).toHaveLength(Math.min(limit, 20));
        for (const id of ids) expect(asFound).toContain(id);
      }),
    );
  });
});

test('passages that follow each other stand side by side, in reading order', async () => {
  const parts = found.passages.slice(0, 4).map((retrieved, at) => ({
    ...retrieved,
    passage: { ...retrieved.passage, publicationId: at === 1 ? 'other' : 'same', ordinal: at + 1 },
  }));
  // Ordinals 1, 3 and 4 of one publication: 4 is best, 3 adjoins it, 1 does not.
  const { passages } = await rerankedBy(async () => [3, 1, 0, 2], parts).retrieve(request);
  expect(idsOf(passages)).toEqual([3, 4, 2, 1]);
});
