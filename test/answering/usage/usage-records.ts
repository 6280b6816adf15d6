import type { ModelRun, UsageRecord } from '../../../src/answering/index.ts';
import { sampleExchange } from '../../fakes/sample-exchange.ts';

/** A question of 100 tokens in and 20 out at 5 micro-units, except what a test wants otherwise. */
export function usageRecord({
  run,
  ...change
}: Partial<Omit<UsageRecord, 'run'>> & { run?: Partial<ModelRun> } = {}): UsageRecord {
  const { modelRun } = sampleExchange();
  if (modelRun === null) throw new Error('the sample has a run');
  const usage = { input: 100, cachedInput: 40, output: 20 };
  return {
    conversation: 'C1:1700000000.000100',
    asker: 'U1',
    isComposed: true,
    run: { ...modelRun, model: 'small', usage, costMicros: 5, ...run },
    ...change,
  };
}

/** Batches as a store gives them. */
export async function* inBatches(...batches: UsageRecord[][]): AsyncGenerator<UsageRecord[]> {
  for (const batch of batches) yield batch;
}
