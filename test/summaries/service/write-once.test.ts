import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createReportStore } from '../../../src/storage/report-store.ts';
import type { KeptReport, ReportProgress, ReportStore } from '../../../src/summaries/index.ts';
import { createWriteOnce, type WritingParts } from '../../../src/summaries/service/write-once.ts';
import { createRecordingLog } from '../../fakes/recording-log.ts';
import { sampleKeptReport } from '../../fakes/sample-report.ts';

const kept = sampleKeptReport({ key: 'key', drawnOn: [] });

let database: Database;
let holders = 0;
beforeEach(async () => {
  database = await openDatabase(':memory:');
});
afterEach(() => database.close());

/** A process that writes, sharing the database with others. */
function startProcess() {
  const store = createReportStore(database, { now: () => 1_000 });
  const claimed: string[] = [];
  const reports: ReportStore = {
    ...store,
    claim: (key, ...rest) => {
      claimed.push(key);
      return store.claim(key, ...rest);
    },
  };
  const { log } = createRecordingLog();
  const newId = (): string => {
    holders += 1;
    return `holder-${holders}`;
  };
  const writeOnce = createWriteOnce({ reports, log, newId, lookMs: 5 });
  const find = (): Promise<KeptReport | null> => reports.findByKey('key', null);
  return {
    reports,
    claimed,
    ask: (
      write: (parts: WritingParts) => Promise<KeptReport>,
      asker: {
        onProgress?: (progress: ReportProgress) => void;
        signal?: AbortSignal;
        owner?: string;
      } = {},
    ) => writeOnce({ key: 'key', owner: null, find, ...asker }, write),
  };
}

/** Writing that ends when it is told to, and says when it has begun. */
function heldWriting() {
  const begun = Promise.withResolvers<WritingParts>();
  const end = Promise.withResolvers<KeptReport>();
  let times = 0;
  return {
    begun: begun.promise,
    finish: () => end.resolve(kept),
    fail: (error: Error) => end.reject(error),
    times: () => times,
    write: (parts: WritingParts): Promise<KeptReport> => {
      times += 1;
      begun.resolve(parts);
      return end.promise;
    },
  };
}

const never = (): Promise<KeptReport> => Promise.reject(new Error('written a second time'));
const merging: ReportProgress = { kind: 'merging', claims: 3 };

describe('within a process', () => {
  test('whoever asks for the same meanwhile gets the same, and is told what happens', async () => {
    const { ask } = startProcess();
    const writing = heldWriting();
    const told: string[] = [];
    const first = ask(writing.write, { onProgress: () => told.push('first') });
    const second = ask(never, { onProgress: () => told.push('second') });
    (await writing.begun).onProgress(merging);
    writing.finish();
    expect(await Promise.all([first, second])).toEqual([kept, kept]);
    expect(told).toEqual(['first', 'second']);
  });

  test('Stop ends the waiting of one, and the writing once nobody waits', async () => {
    const { ask } = startProcess();
    const writing = heldWriting();
    const [one, other] = [new AbortController(), new AbortController()];
    const first = ask(writing.write, { signal: one.signal });
    const second = ask(never, { signal: other.signal });
    const { signal } = await writing.begun;
    one.abort(new Error('stopped by one'));
    await expect(first).rejects.toThrow('stopped by one');
    expect(signal.aborted).toBe(false);
    other.abort(new Error('stopped by the other'));
    await expect(second).rejects.toThrow('stopped by the other');
    expect(signal.aborted).toBe(true);
  });

  test('whoever asks after everybody has stopped has it written anew', async () => {
    const { ask } = startProcess();
    const stopped = heldWriting();
    const stop = new AbortController();
    const first = ask(stopped.write, { signal: stop.signal });
    await stopped.begun;
    stop.abort(new Error('stopped'));
    await expect(first).rejects.toThrow('stopped');
    const again = ask(async () => kept);
    stopped.fail(new Error('aborted'));
    expect(await again).toEqual(kept);
  });

  test('a failure is everybody’s, and the next who asks has it tried again', async () => {
    const { ask, reports } = startProcess();
    const writing = heldWriting();
    const both = [ask(writing.write), ask(never)];
    await writing.begun;
    writing.fail(new Error('unreadable'));
    for (const outcome of await Promise.allSettled(both)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: new Error('unreadable') });
    }
    expect(await reports.find(kept.id)).toBeNull();
    expect(await ask(async () => kept)).toEqual(kept);
  });

  test('is kept before it is given', async () => {
    const { ask, reports } = startProcess();
    await ask(async () => kept);
    expect(await reports.find(kept.id)).toEqual(kept);
  });
});

describe('among processes', () => {
  test('the second waits for the first, and writes nothing', async () => {
    const [one, other] = [startProcess(), startProcess()];
    const writing = heldWriting();
    const first = one.ask(writing.write);
    await writing.begun;
    const second = other.ask(never);
    writing.finish();
    expect(await Promise.all([first, second])).toEqual([kept, kept]);
  });

  test('the second writes it when nothing came of the first', async () => {
    const [one, other] = [startProcess(), startProcess()];
    const writing = heldWriting();
    const first = one.ask(writing.write);
    await writing.begun;
    const second = other.ask(async () => kept);
    writing.fail(new Error('the model is gone'));
    await expect(first).rejects.toThrow('the model is gone');
    expect(await second).toEqual(kept);
  });

  test('Stop ends the waiting for another process, too', async () => {
    const [one, other] = [startProcess(), startProcess()];
    const writing = heldWriting();
    const first = one.ask(writing.write);
    await writing.begun;
    const stop = new AbortController();
    const second = other.ask(never, { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(second).rejects.toThrow('stopped');
    writing.finish();
    await first;
  });
});

test('who has a file of theirs summarised leaves no name behind when the process dies', async () => {
  const { ask, claimed } = startProcess();
  await ask(async () => kept, { owner: 'U1' });
  await ask(async () => sampleKeptReport({ ...kept, id: 'other' }), { owner: 'U2' });
  expect(new Set(claimed).size).toBe(2);
  expect(claimed.join()).not.toMatch(/U1|U2/);
});
