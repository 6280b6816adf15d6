import { describe, expect, test } from 'vitest';
import type { Clock } from '../src/clock.ts';
import { ConcordError } from '../src/errors.ts';
import { followLibrary } from '../src/follow-library.ts';
import { createRecordingLog } from './fakes/recording-log.ts';
import { createTestClock } from './fakes/test-clock.ts';

interface Look {
  toEmbed?: number;
  superseded?: number;
}

/** Runs until the engine was looked at as often as there are scripted looks. */
async function follow(
  looks: (Look | Error)[],
  embed: (signal: AbortSignal | undefined) => Promise<void> = async () => {},
  clock: Clock = createTestClock(),
) {
  const done = new AbortController();
  const { log, entries } = createRecordingLog();
  const calls: string[] = [];
  let look = 0;
  const engine = {
    refresh: async () => {
      const next = looks[look];
      look += 1;
      if (look >= looks.length) done.abort();
      calls.push('refresh');
      if (next === undefined || next instanceof Error) throw next;
      return { publications: 0, withoutVector: 0, toEmbed: 0, superseded: 0, ...next };
    },
    embedMissing: async ({ signal }: { signal?: AbortSignal } = {}) => {
      calls.push('embed');
      await embed(signal);
      calls.push('embedded');
    },
    saveCache: async () => void calls.push('save'),
  };
  const afterLook = async () => void calls.push('after');
  await followLibrary(engine, { intervalMs: 1, afterLook, clock, signal: done.signal, log });
  return { calls, entries };
}

test('while nothing changes nothing is embedded, and a cache that was lost is saved', async () => {
  const { calls } = await follow([{}, {}]);
  expect(calls).toEqual(['refresh', 'save', 'after', 'refresh', 'save', 'after']);
});

test('vectors that are missing are made, and superseded embedders removed', async () => {
  for (const look of [{ toEmbed: 5 }, { superseded: 1 }]) {
    const { calls } = await follow([{}, look]);
    expect(calls).toEqual([
      ...['refresh', 'save', 'after'],
      ...['refresh', 'embed', 'embedded', 'save', 'after'],
    ]);
  }
});

test('a failing database is asked again', async () => {
  const { calls } = await follow([new Error('busy'), {}]);
  expect(calls).toEqual(['refresh', 'refresh', 'save', 'after']);
});

describe('embedding', () => {
  const away = (retryAfterMs: number | null) =>
    new ConcordError('embedding-failed', 'away', { details: { reason: '503', retryAfterMs } });
  const embeds = (calls: string[]): number => calls.filter((call) => call === 'embed').length;
  const looks = (count: number): Look[] => Array.from({ length: count }, () => ({ toEmbed: 1 }));

  test('that takes long holds up no look, and is run once at a time', async () => {
    const { calls } = await follow(looks(5), (signal) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      signal?.addEventListener('abort', () => resolve());
      return promise;
    });
    expect(calls.filter((call) => call === 'refresh')).toHaveLength(5);
    expect(embeds(calls)).toBe(1);
    expect(calls.slice(0, calls.lastIndexOf('refresh'))).not.toContain('save');
  });

  test('that fails is left alone for a growing time, while all else goes on', async () => {
    const attempts: number[] = [];
    let seconds = 0;
    const clock = {
      now: () => {
        seconds += 2.5;
        return seconds * 1_000;
      },
    };
    const { calls, entries } = await follow(
      looks(40),
      () => {
        attempts.push(seconds);
        return Promise.reject(away(null));
      },
      clock,
    );
    expect(attempts.length).toBeGreaterThan(2);
    const pauses = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(15 * 2 ** index);
    }
    expect(calls.filter((call) => call === 'save').length).toBeGreaterThan(30);
    const told = entries.filter(({ msg }) => msg === 'embedding-paused');
    expect(told).toHaveLength(attempts.length);
    expect(told[0]).toMatchObject({ code: 'embedding-failed', reason: '503', pause_ms: 15_000 });
  });

  test.each([
    ['as long as the service asks', 7_200_000, 7_200_000],
    ['no longer than a day', 9e12, 86_400_000],
  ])('is left alone for %s', async (_what, asked, pause) => {
    const { entries } = await follow(looks(3), () => Promise.reject(away(asked)));
    const told = entries.filter(({ msg }) => msg === 'embedding-paused');
    expect(told).toMatchObject([{ pause_ms: pause }]);
  });
});
