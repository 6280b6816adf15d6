import { abortSignalOf } from '../incoming/intake.ts';
import { readAskedReport } from '../incoming/read-asked-report.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import { readComparisonStart } from '../reports/comparison-start.ts';
import { comparisonFormFor } from '../reports/open-comparison-form.ts';
import { reportActions, reportViews } from '../reports/report-ids.ts';
import type { RegisterListener } from './listener.ts';

/** Opens the form of a comparison for who presses a button, and has written what is asked for in it. */
export const listenToComparisonForm: RegisterListener = (context) => {
  const { app, reporting } = context;
  const open = {
    actionId: reportActions.compare,
    interaction: 'comparison-form',
    failed: 'The form could not be shown.',
  };
  listenToAction(context, open, async ({ person, value, place }, reply) => {
    const start = readComparisonStart(value);
    const channel = place?.channel ?? null;
    await reply.open(await comparisonFormFor(context, person, { start, channel }));
  });
  app.view(reportViews.comparison, async ({ body, context: event }) => {
    const asked = readAskedReport(body);
    if (asked !== null) await reporting.begin(asked, abortSignalOf(event));
  });
};
