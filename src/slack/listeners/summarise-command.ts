import { summariseCommand } from '../incoming/report-command.ts';
import { summaryFormFor } from '../reports/open-summary-form.ts';
import { summariseHelp } from '../reports/summarise-help.ts';
import { listenToReportCommand } from './listen-to-report-command.ts';
import type { RegisterListener } from './listener.ts';

/** Opens the form of a summary for who types the command alone; else finds the publication named. */
export const listenToSummariseCommand: RegisterListener = (context) => {
  listenToReportCommand(context, {
    name: summariseCommand,
    take: context.reporting.summariseFound,
    help: summariseHelp,
    formFor: (person, channel) => summaryFormFor(context, person, { ids: [], channel }),
  });
};
