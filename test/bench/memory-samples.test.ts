import { expect, test } from 'vitest';
import { type MemorySample, memoryTrend } from '../../src/bench/memory-samples.ts';

const samples = (heapOf: (answers: number) => number): MemorySample[] =>
  [0, 100, 200, 300, 400, 500].map((answers) => ({
    answers,
    heapBytes: heapOf(answers),
    rssBytes: 2 ** 28,
  }));

test('memory that grows with every answer is told by its slope', () => {
  expect(memoryTrend(samples((answers) => 2 ** 20 + answers * 2_048))).toEqual({
    heap_first_mb: 1,
    heap_last_mb: 2,
    rss_first_mb: 256,
    rss_last_mb: 256,
    heap_kb_per_answer: 2,
    rss_kb_per_answer: 0,
  });
});

test('what grows at the beginning alone is no growth', () => {
  const { heap_first_mb, heap_last_mb, heap_kb_per_answer } = memoryTrend(
    samples((answers) => 2 ** 20 * Math.min(answers, 300)),
  );
  expect([heap_first_mb, heap_last_mb, heap_kb_per_answer]).toEqual([0, 300, 0]);
});
