import { type Command, InvalidArgumentError } from 'commander';
import { DateTime } from 'luxon';
import { exportFeedback } from '../compose-feedback-export.ts';
import type { CommandContext } from './command.ts';
import { writeDetails } from './write-details.ts';

interface Options {
  since?: number;
  out?: string;
}

/** Adds `eval export`. */
export function addEvalExport(parent: Command, context: CommandContext): void {
  parent
    .command('export')
    .description('make golden questions of what people thought of answers')
    .option('--since <date>', 'only feedback given on this day or later (2024-10-01)', instant)
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      '\nHelpful answers become questions to be answered from the same publications again, others record\nwhat was rejected. Nobody is named. Measure with: eval golden --corpus DIR --questions FILE',
    )
    .action(async ({ since = 0, out }: Options) => {
      const { cases, judgements } = await exportFeedback(context.config(), since);
      if (out !== undefined) await writeDetails(out, cases);
      else for (const each of cases) context.print(JSON.stringify(each));
      const made = `${count(cases.length, 'case')} of ${count(judgements, 'judgement')}`;
      context.note(out === undefined ? made : `${made}, written to ${out}`);
    });
}

/** A day begins in the operator's own time zone. */
function instant(value: string): number {
  const parsed = DateTime.fromISO(value);
  if (parsed.isValid) return parsed.toMillis();
  throw new InvalidArgumentError('expected a date, such as 2024-10-01.');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
