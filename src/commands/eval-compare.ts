import type { Command } from 'commander';
import { compareRuns, type FigureDifference, readMeasured } from '../evaluation/index.ts';
import type { CommandContext } from './command.ts';
import { measuring } from './eval-failure.ts';
import { type Figure, formatFigures } from './format-figures.ts';

/** Adds `eval compare A B`. */
export function addEvalCompare(parent: Command, context: CommandContext): void {
  parent
    .command('compare')
    .description('compare two results of the same eval command')
    .argument('<a>', 'file of --json or --details')
    .argument('<b>', 'file of the same kind')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nFiles of --details give confidence intervals, question by question.')
    .action(async (a: string, b: string, options: { json?: true }) => {
      const differences = await measuring(async () =>
        compareRuns(await readMeasured(a), await readMeasured(b)),
      );
      if (options.json) context.printJson({ a, b, differences });
      else context.print(formatFigures(`${b} less ${a}`, differences.map(figureOf)));
    });
}

function figureOf({ figure, a, b, difference, interval, questions }: FigureDifference): Figure {
  const values = `${a ?? '–'} to ${b ?? '–'}`;
  const sign = difference !== null && difference > 0 ? '+' : '';
  const shown = difference === null ? null : `${sign}${difference}`;
  if (interval === null) return [figure, shown, values];
  const certain = `95% interval ${interval.low} to ${interval.high}`;
  return [figure, shown, `${values}, ${certain}, ${questions} questions`];
}
