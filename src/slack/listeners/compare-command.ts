import { compareCommand } from '../incoming/report-command.ts';
import { compareHelp } from '../reports/compare-help.ts';
import { readComparisonStart } from '../reports/comparison-start.ts';
import { comparisonFormFor } from '../reports/open-comparison-form.ts';
import { listenToReportCommand } from './listen-to-report-command.ts';
import type { RegisterListener } from './listener.ts';

/** Opens the form of a comparison for who types the command alone; else finds what is named. */
export const listenToCompareCommand: RegisterListener = (context) => {
  listenToReportCommand(context, {
    name: compareCommand,
    take: context.reporting.compareNamed,
    help: compareHelp,
    formFor: (person, channel) =>
      comparisonFormFor(context, person, { start: readComparisonStart(''), channel }),
  });
};
