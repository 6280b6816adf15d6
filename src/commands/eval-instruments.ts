import cliProgress from 'cli-progress';
import type { Instruments } from '../evaluation/index.ts';
import type { EmbeddingPlan } from '../retrieval/index.ts';
import { describeEmbeddingPlan } from './describe-embedding.ts';

export interface CommandInstruments extends Instruments {
  stop(): void;
  /** Says on standard error what a service is about to embed, and what that costs. */
  onEmbeddingPlan(plan: EmbeddingPlan): void;
}

/** The clock and memory of this process, and a progress bar on standard error. */
export function createInstruments(): CommandInstruments {
  const bar = new cliProgress.SingleBar({
    format: '{stage} {bar} {value}/{total}',
    stream: process.stderr,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    clearOnComplete: true,
  });
  let current: string | null = null;
  const stop = (): void => {
    if (current !== null) bar.stop();
    current = null;
  };
  return {
    milliseconds: () => performance.now(),
    residentMegabytes: () => process.memoryUsage.rss() / 2 ** 20,
    progress(stage, done, total) {
      if (stage !== current) {
        stop();
        bar.start(total, done, { stage });
        current = stage;
      }
      bar.update(done);
      if (done >= total) stop();
    },
    stop,
    onEmbeddingPlan(plan) {
      stop();
      process.stderr.write(`${describeEmbeddingPlan(plan, { isDryRun: false })}\n`);
    },
  };
}
