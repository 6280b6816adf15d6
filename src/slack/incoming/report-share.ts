import { readEntered } from '../notices/composing/entered-values.ts';
import { reportFields, reportViews } from '../reports/report-ids.ts';
import { readSubmittedForm } from './submitted-form.ts';

/** Somebody wants a channel to see a report. */
export interface ReportShare {
  eventId: string;
  user: string;
  reportId: string;
  channel: string;
}

/** Reads the form in which the channel is chosen as it was handed in; null for anything else. */
export function readReportShare(body: unknown): ReportShare | null {
  const form = readSubmittedForm(body, reportViews.share);
  if (form === null) return null;
  const { eventId, user, metadata, values } = form;
  const channel = readEntered(values).conversation(reportFields.channel) ?? '';
  return { eventId, user, reportId: metadata, channel };
}
