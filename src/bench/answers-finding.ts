import { z } from 'zod';
import { percentile } from '../evaluation/index.ts';
import { answerSteps } from './answer-stopwatch.ts';

const times = { p50: z.number(), p95: z.number(), p99: z.number() };

/** What was found of answers that a model without latency composed. Times are milliseconds. */
export const answersFindingSchema = z.object({
  /** Answers that count, those of the beginning left out; by what they were. */
  answers: z.number(),
  model: z.number(),
  extractive: z.number(),
  abstention: z.number(),
  /** Claims shown; of those offered, shown after a second attempt, and not shown. */
  claims: z.number(),
  repaired: z.number(),
  dropped: z.number(),
  /** Everything but the model's time. */
  overhead: z.object(times),
  steps: z.array(z.object({ step: z.enum(answerSteps), ...times })),
  memory: z.object({
    heap_first_mb: z.number(),
    heap_last_mb: z.number(),
    rss_first_mb: z.number(),
    rss_last_mb: z.number(),
    heap_kb_per_answer: z.number(),
    rss_kb_per_answer: z.number(),
  }),
});
export type AnswersFinding = z.infer<typeof answersFindingSchema>;

/** @param values milliseconds. */
export function timesOf(values: readonly number[]): { p50: number; p95: number; p99: number } {
  const at = (share: number): number => Math.round((percentile(values, share) ?? 0) * 1e3) / 1e3;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
