import { expect, test } from 'vitest';
import { createSteadyReranker } from '../../src/models/steady-reranker.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { createTestClock } from '../fakes/test-clock.ts';

function setUp() {
  const { log, entries } = createRecordingLog();
  const clock = createTestClock();
  let works = false;
  let asked = 0;
  const steady = createSteadyReranker(
    {
      mostPassages: 5,
      rerank: async (_query, _passages, signal) => {
        asked += 1;
        signal?.throwIfAborted();
        if (!works) throw new Error('away');
        return [1, 0];
      },
    },
    { clock, log },
  );
  return {
    clock,
    events: () => entries.map(({ msg }) => msg),
    asked: () => asked,
    mend: () => {
      works = true;
    },
    rerank: (signal?: AbortSignal) => steady.rerank('q', [], signal),
  };
}

test('a reranker that keeps failing is left alone for a while, which is logged once', async () => {
  const { rerank, asked, clock, events, mend } = setUp();
  for (const _ of [1, 2, 3]) await expect(rerank()).rejects.toThrow('away');
  await expect(rerank()).rejects.toMatchObject({ code: 'reranking-paused' });
  expect(asked()).toBe(3);
  clock.advance(30_000);
  await expect(rerank()).rejects.toThrow('away');
  await expect(rerank()).rejects.toMatchObject({ code: 'reranking-paused' });
  expect(asked()).toBe(4);
  clock.advance(30_000);
  mend();
  expect(await rerank()).toEqual([1, 0]);
  expect(await rerank()).toEqual([1, 0]);
  expect(events()).toEqual(['reranking-failed', 'reranking-recovered']);
});

test('Stop says nothing about a reranker', async () => {
  const { rerank, events } = setUp();
  await expect(rerank(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  expect(events()).toEqual([]);
});
