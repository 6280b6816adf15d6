import { expect, test } from 'vitest';
import { ConcordError } from '../../src/errors.ts';
import { createQueryEmbedding } from '../../src/retrieval/semantic/query-embedding.ts';
import { createFakeRemoteEmbedder } from '../fakes/fake-remote-embedder.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { createTestClock } from '../fakes/test-clock.ts';

function open() {
  const clock = createTestClock();
  const { log, entries } = createRecordingLog();
  const embedder = createFakeRemoteEmbedder('service');
  let asked = 0;
  let isAway = true;
  embedder.before = () => {
    asked += 1;
    if (!isAway) return;
    throw new ConcordError('embedding-failed', 'service: 503', { details: { reason: '503' } });
  };
  const embed = createQueryEmbedding(clock, log);
  return {
    clock,
    messages: () => entries.map(({ msg }) => msg),
    entries,
    asked: () => asked,
    comeBack: () => {
      isAway = false;
    },
    ask: () => embed(embedder, 'a question about Mrs Bell'),
  };
}

test('a service that fails is left alone for a growing time, and that is logged once', async () => {
  const { clock, ask, asked, entries } = open();
  const counts: number[] = [];
  for (const seconds of [0, 0, 0, 4, 1, 9, 1, 19, 1]) {
    clock.advance(seconds * 1_000);
    expect(await ask()).toBeNull();
    counts.push(asked());
  }
  // The first failure may be a hiccup; then 5, 10 and 20 seconds.
  expect(counts).toEqual([1, 2, 2, 2, 3, 3, 4, 4, 5]);
  expect(entries).toMatchObject([
    { msg: 'query-embedding-failed', embedder: 'service', code: 'embedding-failed', reason: '503' },
  ]);
});

test('it is asked again once, not by everybody who waits, and by all when it is back', async () => {
  const { clock, ask, asked, comeBack, messages } = open();
  await ask();
  await ask();
  clock.advance(5_000);
  await Promise.all([ask(), ask(), ask()]);
  expect(asked()).toBe(3);
  clock.advance(10_000);
  comeBack();
  expect(await ask()).toHaveLength(16);
  await Promise.all([ask(), ask()]);
  expect(asked()).toBe(6);
  expect(messages()).toEqual(['query-embedding-failed', 'query-embedding-resumed']);
});

test('what an unknown error says is not logged', async () => {
  const { log, entries } = createRecordingLog();
  const embedder = createFakeRemoteEmbedder('service');
  embedder.before = (text) => {
    throw new Error(`cannot embed ${text}`);
  };
  expect(await createQueryEmbedding(createTestClock(), log)(embedder, 'Mrs Bell')).toBeNull();
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries)).not.toContain('Bell');
});
