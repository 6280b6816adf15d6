import type { ModelRunFailure } from '../model/model-run.ts';
import type { UsageRecord } from './usage-store.ts';

/** What models were used for, summed up. */
export interface UsageSum {
  /** For which a model was, or would have been, asked. */
  questions: number;
  /** Of these, answered in the model's words. */
  composed: number;
  /** Summaries and other reports, besides questions. */
  reports: number;
  /** Tokens, those read from the service's cache included. */
  input: number;
  cachedInput: number;
  output: number;
  /** Micro-units of a US dollar. */
  costMicros: number;
  /** Questions and reports that used tokens of which nobody knows the price. */
  unpriced: number;
}

/** The use of models in some time. Holds no text; ids of people only in `people`. */
export interface ModelUsage {
  all: UsageSum;
  /** Most tokens first, as the other lists. */
  models: (UsageSum & { model: string })[];
  channels: (UsageSum & { channel: string })[];
  /** All direct conversations together: each of them is one person's. */
  direct: UsageSum;
  /** Commands and terminals. */
  elsewhere: UsageSum;
  /** Reports, wherever they were asked for. */
  reports: UsageSum;
  people: (UsageSum & { person: string })[];
  /** Why the model's answer was not used, or not all of it; most frequent first. */
  failures: { failure: ModelRunFailure; questions: number }[];
  /** Questions answered again with what was composed before. */
  cached: number;
}

/** Sums up the use of models. */
export async function sumUsage(batches: AsyncIterable<UsageRecord[]>): Promise<ModelUsage> {
  const all = nothing();
  const [direct, elsewhere, reports] = [nothing(), nothing(), nothing()];
  const models = new Map<string, UsageSum>();
  const channels = new Map<string, UsageSum>();
  const people = new Map<string, UsageSum>();
  const failures = new Map<ModelRunFailure, number>();
  let cached = 0;
  for await (const batch of batches) {
    for (const record of batch) {
      const { conversation, asker, run } = record;
      count(all, record);
      count(sumOf(models, run.model), record);
      if (conversation === null) {
        count(reports, record);
        continue;
      }
      const [place = ''] = conversation.split(':');
      const isChannel = /^[CG][A-Z0-9]+$/.test(place);
      const isDirect = /^D[A-Z0-9]+$/.test(place);
      if (isChannel) count(sumOf(channels, place), record);
      else count(isDirect ? direct : elsewhere, record);
      if (asker !== null) count(sumOf(people, asker), record);
      if (run.failure !== null) failures.set(run.failure, (failures.get(run.failure) ?? 0) + 1);
      // What was stored by earlier versions does not say.
      if ((run.cachedFrom ?? null) !== null) cached += 1;
    }
  }
  return {
    all,
    models: byTokens(models, (model, sum) => ({ model, ...sum })),
    channels: byTokens(channels, (channel, sum) => ({ channel, ...sum })),
    direct,
    elsewhere,
    reports,
    people: byTokens(people, (person, sum) => ({ person, ...sum })),
    failures: [...failures]
      .map(([failure, questions]) => ({ failure, questions }))
      .sort((one, other) => other.questions - one.questions),
    cached,
  };
}

function nothing(): UsageSum {
  return {
    questions: 0,
    composed: 0,
    reports: 0,
    input: 0,
    cachedInput: 0,
    output: 0,
    costMicros: 0,
    unpriced: 0,
  };
}

function sumOf(sums: Map<string, UsageSum>, key: string): UsageSum {
  const known = sums.get(key) ?? nothing();
  sums.set(key, known);
  return known;
}

function count(sum: UsageSum, { conversation, isComposed, run }: UsageRecord): void {
  const { input, cachedInput, output } = run.usage;
  const cost = run.costMicros ?? null;
  if (conversation === null) sum.reports += 1;
  else sum.questions += 1;
  if (conversation !== null && isComposed) sum.composed += 1;
  sum.input += input;
  sum.cachedInput += cachedInput;
  sum.output += output;
  sum.costMicros += cost ?? 0;
  if (cost === null && input + output > 0) sum.unpriced += 1;
}

function byTokens<Entry extends UsageSum>(
  sums: ReadonlyMap<string, UsageSum>,
  named: (name: string, sum: UsageSum) => Entry,
): Entry[] {
  const tokens = ({ input, output }: UsageSum): number => input + output;
  return [...sums]
    .map(([name, sum]) => named(name, sum))
    .sort((one, other) => tokens(other) - tokens(one));
}
