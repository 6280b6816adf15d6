import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type AnswerStep, type AnswerStopwatch, answerSteps } from './answer-stopwatch.ts';
import { type AnswersFinding, timesOf } from './answers-finding.ts';
import { type MemorySample, memoryTrend } from './memory-samples.ts';

/** What became of one question under measurement. */
export interface MeasuredAnswer {
  kind: 'model' | 'extractive' | 'abstention';
  claims: number;
  repaired: number;
  dropped: number;
}

/** Answers a question up to the messages that people are shown, telling the stopwatch its steps. */
export type AnswerUnderMeasurement = (question: string) => Promise<MeasuredAnswer>;

/** Answers before any is counted: what happens once, and code that is compiled on the way. */
const warmUpShare = 0.1;
const memorySamples = 20;

/** Asks questions one after the other; takes the time of each and, in between, looks at memory. */
export async function measureAnswers(
  questions: readonly string[],
  answer: AnswerUnderMeasurement,
  stopwatch: AnswerStopwatch,
): Promise<AnswersFinding> {
  const collect = garbageCollector();
  const warmUp = Math.ceil(questions.length * warmUpShare);
  const everyAnswers = Math.max(1, Math.floor((questions.length - warmUp) / memorySamples));
  const totals: number[] = [];
  const bySteps = Object.fromEntries(answerSteps.map((step) => [step, []])) as unknown as Record<
    AnswerStep,
    number[]
  >;
  const samples: MemorySample[] = [];
  const counts = { model: 0, extractive: 0, abstention: 0, claims: 0, repaired: 0, dropped: 0 };
  for (const [index, question] of questions.entries()) {
    if (index >= warmUp && (index - warmUp) % everyAnswers === 0) {
      collect();
      samples.push(memoryNow(index));
    }
    const { kind, claims, repaired, dropped } = await answer(question);
    const times = stopwatch.finish();
    if (index < warmUp) continue;
    totals.push(answerSteps.reduce((sum, step) => sum + times[step], 0));
    for (const step of answerSteps) bySteps[step].push(times[step]);
    counts[kind] += 1;
    counts.claims += claims;
    counts.repaired += repaired;
    counts.dropped += dropped;
  }
  collect();
  samples.push(memoryNow(questions.length));
  return {
    answers: totals.length,
    ...counts,
    overhead: timesOf(totals),
    steps: answerSteps.map((step) => ({ step, ...timesOf(bySteps[step]) })),
    memory: memoryTrend(samples),
  };
}

function memoryNow(answers: number): MemorySample {
  const { heapUsed, rss } = process.memoryUsage();
  return { answers, heapBytes: heapUsed, rssBytes: rss };
}

/** Collects all garbage; Node offers it to those who ask for it at its start, or later like this. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function')
    throw new Error('this Node does not collect garbage on demand');
  return () => void collect();
}
