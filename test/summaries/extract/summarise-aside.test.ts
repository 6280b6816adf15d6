import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSummariseAside } from '../../../src/summaries/extract/summarise-aside.ts';
import { summariseExtractively } from '../../../src/summaries/index.ts';
import { readSampleText } from '../../fakes/read-sample.ts';
import { studyText } from '../open-summaries.ts';

const options = { length: 'brief', reader: 'board' } as const;

/** Long enough for a thread of its own, and quickly read: most of it cannot be quoted. */
const readLong = () =>
  readSampleText(`${studyText}\n\n## Figures\n\n${'12 34 56 78 90\n\n'.repeat(11_000)}`);

test('a long publication is summarised in a thread, to the same words', async () => {
  const read = await readLong();
  expect(read.text.text.length).toBeGreaterThan(150_000);
  const { publication, text, passages } = read;
  const expected = summariseExtractively({ publication, text, passages }, options);
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 1);
  const summary = await createSummariseAside()(read, options);
  clearInterval(ticking);
  expect(summary).toEqual(expected);
  expect(summary?.parts.length).toBeGreaterThan(1);
  expect(turns).toBeGreaterThan(3);
}, 60_000);

test('Stop ends it, and the next has its turn', async () => {
  const read = await readLong();
  const summarise = createSummariseAside();
  const stop = new AbortController();
  const stopped = summarise(read, { ...options, signal: stop.signal });
  const next = summarise(read, { ...options, length: 'sentence' });
  // By now its thread has begun.
  await nextTurn();
  stop.abort(new Error('stopped'));
  await expect(stopped).rejects.toThrow('stopped');
  expect(await next).toMatchObject({ length: 'sentence' });
}, 60_000);

test('a short one is done at once', async () => {
  const read = await readSampleText(studyText);
  expect(await createSummariseAside()(read, options)).toEqual(summariseExtractively(read, options));
});
