import { z } from 'zod';
import { reportViews } from '../reports/report-ids.ts';
import { type RequestedReport, requestedReportSchema } from './requested-report.ts';
import { bodyOfUnseenForm, parseMetadata, readSubmittedForm } from './submitted-form.ts';

const timestamp = z.string().regex(/^\d+\.\d+$/);

const begun = z.object({
  requested: requestedReportSchema,
  channel: z.string().min(1).max(40),
  thread: timestamp,
  isDirect: z.boolean(),
});

/** A report that is owed in the thread of a message that names it. */
export interface BegunReport {
  eventId: string;
  user: string;
  requested: RequestedReport;
  channel: string;
  /** The message that names it. */
  thread: string;
  /** Nobody but the person and Concord can read it. */
  isDirect: boolean;
}

/**
 * As it is put into the inbox: in the name of a form that nobody sees.
 *
 * @param askedEvent id of the event by which it was asked for.
 */
export function bodyOfBegunReport(
  askedEvent: string,
  { user, ...rest }: Omit<BegunReport, 'eventId'>,
): object {
  return bodyOfUnseenForm(askedEvent, { callbackId: reportViews.begun, user, metadata: rest });
}

/** Null for anything else. */
export function readBegunReport(body: unknown): BegunReport | null {
  const form = readSubmittedForm(body, reportViews.begun);
  if (form === null) return null;
  const parsed = begun.safeParse(parseMetadata(form));
  if (!parsed.success) return null;
  return { eventId: form.eventId, user: form.user, ...parsed.data };
}
