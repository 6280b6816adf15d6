import type { Command } from 'commander';
import { describeNoticesBenchmark } from '../bench/notices/describe-notices-benchmark.ts';
import { startLocalPostgres } from '../bench/notices/local-postgres.ts';
import { benchmarkNotices } from '../bench/notices/notices-benchmark.ts';
import { openNoticesLoad, postingLimits } from '../compose-notices-benchmark.ts';
import type { CommandContext } from './command.ts';
import { positiveNumber } from './positive-number.ts';

interface Options {
  deliveries: number;
  channels: number;
  kills: number;
  speed: number;
  seed: number;
  json?: true;
}

/** `concord bench notices`: what arrives while senders are killed, and how fast without that. */
export function registerBenchNotices(parent: Command, context: CommandContext): void {
  parent
    .command('notices')
    .description('notices to many channels of a local Slack, while what sends them is killed')
    .option('--deliveries <number>', 'messages to send', positiveNumber, 1_000)
    .option('--channels <number>', 'channels they go to', positiveNumber, 200)
    .option('--kills <number>', 'how often a sender is killed', positiveNumber, 200)
    .option('--speed <factor>', 'how fast time passes while it is taken', positiveNumber, 4)
    .option('--seed <number>', 'of what is random', positiveNumber, 1)
    .option('--json', 'print one JSON document')
    .action(async ({ json, ...options }: Options) => {
      const postgres = await startLocalPostgres();
      try {
        const run = await benchmarkNotices(openNoticesLoad, {
          ...options,
          limits: postingLimits,
          createDatabase: () => postgres.createDatabase(),
          note: context.note,
        });
        if (json) context.printJson({ benchmark: 'notices', ...run });
        else context.print(describeNoticesBenchmark(run));
      } finally {
        await postgres.stop();
      }
    });
}
