import { z } from 'zod';
import { describeError } from '../../messaging/index.ts';
import { audiencesUpTo } from '../../people/index.ts';
import { readBegunReport } from '../incoming/begun-report.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import { readAskedReport } from '../incoming/read-asked-report.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import type { FormOption } from '../notices/composing/form-elements.ts';
import { suggestPublications } from '../notices/composing/suggest-publications.ts';
import { summaryFormFor } from '../reports/open-summary-form.ts';
import { reportActions, reportFields, reportViews } from '../reports/report-ids.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const typedBody = z.object({
  user: z.object({ id: z.string().min(1) }),
  value: z.string().max(500).default(''),
});

/** Opens the form of a summary for who presses a button, and has written what is asked for in it. */
export const listenToSummaryForm: RegisterListener = (context) => {
  const { app, reporting } = context;
  const open = {
    actionId: reportActions.summarise,
    interaction: 'summary-form',
    failed: 'The form could not be shown.',
  };
  listenToAction(context, open, async ({ person, value, place }, reply) => {
    const ids = value === '' ? [] : [value];
    const channel = place?.channel ?? null;
    await reply.open(await summaryFormFor(context, person, { ids, channel }));
  });

  for (const menu of [reportFields.publication, reportFields.publications]) {
    app.options(menu, async ({ ack, body }) => {
      const { user, value } = typedBody.parse(body);
      const options = await offer(context, user.id, value).catch((error: unknown): FormOption[] => {
        context.log.warn({ menu, reason: describeError(error) }, 'menu-not-filled');
        return [];
      });
      // The builders of options make them valid; Slack's types know them as one great union.
      await ack({ options: options as never });
    });
  }

  app.view(reportViews.summary, async ({ body, context: event }) => {
    const asked = readAskedReport(body);
    if (asked !== null) await reporting.begin(asked, abortSignalOf(event));
  });
  app.action(reportActions.summariseNow, async ({ body, context: event }) => {
    const asked = readAskedReport(body);
    if (asked !== null) await reporting.begin(asked, abortSignalOf(event));
  });
  app.view(reportViews.begun, async ({ body, context: event }) => {
    const begun = readBegunReport(body);
    if (begun !== null) await reporting.goOn(begun, abortSignalOf(event));
  });
};

async function offer(
  { library, directory, clock }: ListenerContext,
  person: string,
  typed: string,
): Promise<FormOption[]> {
  const { rank, groups } = await directory.rolesOf(person);
  const readable = await library.readable(audiencesUpTo(rank, groups));
  return suggestPublications(readable, typed, clock.now());
}
