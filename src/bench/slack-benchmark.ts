import { percentile } from '../evaluation/index.ts';
import type { OpenSlackLoad, QuestionTimes } from './slack-load.ts';

/** Milliseconds. */
export interface Percentiles {
  p50: number | null;
  p99: number | null;
}

/** Figures of one way of asking. */
export interface SlackRow {
  load: string;
  questions: number;
  /** Of those, how many got one reply exactly. */
  answered_once: number;
  acknowledged: Percentiles;
  first_sign: Percentiles;
  first_claim: Percentiles;
  /** From the first question to the last answer. */
  seconds: number;
}

export interface SlackBenchmark {
  rate_limits: boolean;
  rows: SlackRow[];
}

export interface SlackBenchmarkOptions {
  /** Asked over and over. */
  questions: readonly string[];
  /** How many are asked at once. */
  burst: number;
  rateLimits: boolean;
  note(text: string): void;
}

const oneByOne = 50;
const inFlight = 100;
const whileInFlight = 200;
const intervalMs = 20;
const mostMs = 10 * 60_000;

/** Measures what people wait for: one alone, some with a hundred others, and all at once. */
export async function benchmarkSlack(
  open: OpenSlackLoad,
  { questions, burst, rateLimits, note }: SlackBenchmarkOptions,
): Promise<SlackBenchmark> {
  const texts = (number: number): string[] =>
    Array.from({ length: number }, (_, index) => questions[index % questions.length] ?? '');
  const rows: SlackRow[] = [];
  const measure = async (load: string, ask: () => Promise<QuestionTimes[]>): Promise<void> => {
    note(`Measuring ${load}, rate limits ${rateLimits ? 'on' : 'off'}`);
    const startedAt = performance.now();
    const times = await ask();
    rows.push(rowOf(load, times, (performance.now() - startedAt) / 1_000));
  };
  const slack = await open({ rateLimits });
  try {
    for (const text of texts(5)) await slack.askOne(text);
    await measure('one at a time', async () => {
      const times: QuestionTimes[] = [];
      for (const text of texts(rateLimits ? 10 : oneByOne)) times.push(await slack.askOne(text));
      return times;
    });
    await measure(`while ${inFlight} wait`, () =>
      slack.askSteadily(texts(whileInFlight), { inFlight, intervalMs, mostMs }),
    );
    await measure(`${burst.toLocaleString('en')} at once`, () =>
      slack.askMany(texts(burst), mostMs),
    );
  } finally {
    await slack.close();
  }
  return { rate_limits: rateLimits, rows };
}

function rowOf(load: string, times: readonly QuestionTimes[], seconds: number): SlackRow {
  return {
    load,
    questions: times.length,
    answered_once: times.filter(({ replies, finished }) => replies === 1 && finished !== null)
      .length,
    acknowledged: percentilesOf(times.map((each) => each.acknowledged)),
    first_sign: percentilesOf(times.map((each) => each.firstSign)),
    first_claim: percentilesOf(times.map((each) => each.firstWords)),
    seconds: Math.round(seconds * 10) / 10,
  };
}

function percentilesOf(values: readonly (number | null)[]): Percentiles {
  // What never happened took for ever.
  const all = values.map((value) => value ?? Number.POSITIVE_INFINITY);
  return { p50: rounded(percentile(all, 0.5)), p99: rounded(percentile(all, 0.99)) };
}

function rounded(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Math.round(value * 10) / 10;
}
