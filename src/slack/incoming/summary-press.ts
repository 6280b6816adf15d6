import { z } from 'zod';
import { reportActions } from '../reports/report-ids.ts';
import { readSummaryValue } from '../reports/summary-value.ts';
import { idFrom } from './asked-command.ts';
import type { AskedReport } from './asked-report.ts';
import { pressFields } from './pressed-button.ts';

const pressBody = z.object({
  ...pressFields,
  actions: z
    .array(
      z.object({
        action_id: z.string().regex(reportActions.summariseNow),
        value: z.string().min(1).max(255),
      }),
    )
    .length(1),
});

/** Reads a press of a button that summarises at once; null for anything else. */
export function readSummaryPress(body: unknown): AskedReport | null {
  const parsed = pressBody.safeParse(body);
  if (!parsed.success) return null;
  const { user, trigger_id: trigger, response_url: responseUrl, channel } = parsed.data;
  return {
    eventId: idFrom('summary', trigger),
    user: user.id,
    requested: readSummaryValue(parsed.data.actions[0]?.value ?? ''),
    channel: null,
    askedIn: { channel: channel.id, responseUrl },
    form: null,
  };
}
