import type { AnswersBenchmark } from './answers-benchmark.ts';
import { table } from './describe-benchmark.ts';

/** What Concord adds to a model's time, and its memory, as tables for people. */
export function describeAnswersBenchmark(benchmark: AnswersBenchmark): string {
  const { passages, publications, answers, model, extractive, abstention, memory } = benchmark;
  const { claims, repaired, dropped, overhead, steps } = benchmark;
  const counts = [passages, publications, answers].map((count) => count.toLocaleString('en'));
  return [
    `${counts[0]} passages of ${counts[1]} publications, ${counts[2]} answers`,
    `  ${model} by the model, ${extractive} extractive, ${abstention} abstentions; ${claims} claims shown, ${repaired} of them repaired, ${dropped} dropped`,
    table([
      ['without the model', 'p50 ms', 'p95 ms', 'p99 ms'],
      ['all', overhead.p50, overhead.p95, overhead.p99],
      ...steps.map(({ step, p50, p95, p99 }) => [`  ${step}`, p50, p95, p99]),
    ]),
    table([
      ['memory', 'first MiB', 'last MiB', 'KiB an answer'],
      ['heap', memory.heap_first_mb, memory.heap_last_mb, memory.heap_kb_per_answer],
      ['resident', memory.rss_first_mb, memory.rss_last_mb, memory.rss_kb_per_answer],
    ]),
  ].join('\n');
}
