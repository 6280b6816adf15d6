import { expect, test } from 'vitest';
import { followNotices } from '../src/follow-notices.ts';
import { createRecordingLog } from './fakes/recording-log.ts';

test('looks again and again until it is stopped, after a failure too', async () => {
  const stop = new AbortController();
  const { log, entries } = createRecordingLog();
  let looks = 0;
  const sync = async (): Promise<void> => {
    looks += 1;
    if (looks === 3) stop.abort();
    if (looks === 1) throw new Error('busy');
  };
  await followNotices({ sync }, { intervalMs: 1, signal: stop.signal, log });
  expect(looks).toBe(3);
  expect(entries.map(({ msg }) => msg)).toEqual(['notices-not-followed']);
});
