import { expect, test } from 'vitest';
import { followLibrary } from '../src/follow-library.ts';
import { silentLog } from '../src/observability/log.ts';

/** Runs until the engine was looked at as often as there are scripted looks. */
async function follow(looks: ({ publications: number; withoutVector: number } | Error)[]) {
  const done = new AbortController();
  const calls: string[] = [];
  let look = 0;
  const engine = {
    refresh: async () => {
      const next = looks[look];
      look += 1;
      if (look >= looks.length) done.abort();
      calls.push('refresh');
      if (next === undefined || next instanceof Error) throw next;
      return next;
    },
    embedMissing: async () => void calls.push('embed'),
    saveCache: async () => void calls.push('save'),
  };
  const afterLook = async () => void calls.push('after');
  await followLibrary(engine, { intervalMs: 1, afterLook, signal: done.signal, log: silentLog });
  return calls;
}

test('while nothing changes nothing is embedded, and a cache that was lost is saved', async () => {
  const still = { publications: 0, withoutVector: 0 };
  expect(await follow([still, still])).toEqual([
    'refresh',
    'save',
    'after',
    'refresh',
    'save',
    'after',
  ]);
});

test('changes are indexed, vectors that another process has not made are made', async () => {
  expect(
    await follow([
      { publications: 2, withoutVector: 0 },
      { publications: 0, withoutVector: 5 },
    ]),
  ).toEqual(['refresh', 'save', 'after', 'refresh', 'embed', 'save', 'after']);
});

test('a failing database is asked again', async () => {
  const calls = await follow([new Error('busy'), { publications: 1, withoutVector: 0 }]);
  expect(calls).toEqual(['refresh', 'refresh', 'save', 'after']);
});
