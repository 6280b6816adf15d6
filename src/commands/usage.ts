import { InvalidArgumentError } from 'commander';
import type { ReportUsage } from '../answering/index.ts';
import type { Config } from '../config.ts';
import type { RegisterCommand } from './command.ts';
import { describeUsage } from './describe-usage.ts';

export interface UsageParts {
  /** Opens what is stored; what it throws is for people. */
  open(config: Config): Promise<{ report: ReportUsage; close(): Promise<void> }>;
}

interface Options {
  month?: string;
  people?: true;
  json?: true;
}

/** Adds `usage`. */
export function registerUsage(parts: UsageParts): RegisterCommand {
  return (context) => {
    context.program
      .command('usage')
      .description('tell what the language model was used for and what it cost in a month')
      .option('--month <month>', 'such as 2026-11, in UTC; the current one by default', parseMonth)
      .option('--people', 'also by person, by their Slack ids')
      .option('--json', 'print one JSON document')
      .addHelpText(
        'after',
        '\nWhat was deleted, by people themselves, after KEEP_DAYS or as a summary of what has changed, is\nnot counted; budgets are.',
      )
      .action(async ({ month, people, json }: Options) => {
        const { report, close } = await parts.open(context.config());
        try {
          const { usage, ...rest } = await report(month ?? null);
          const { people: byPerson, ...others } = usage;
          if (json) {
            const shown = people ? { ...others, people: byPerson } : others;
            context.printJson({ ...rest, usage: shown });
          } else {
            const shown = { ...others, people: people ? byPerson : [] };
            context.print(describeUsage({ ...rest, usage: shown }));
          }
        } finally {
          await close();
        }
      });
  };
}

function parseMonth(value: string): string {
  if (/^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(value)) return value;
  throw new InvalidArgumentError('Expected a year and a month, such as 2026-11.');
}
