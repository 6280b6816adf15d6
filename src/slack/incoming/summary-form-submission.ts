import { summaryLengths, summaryReaders } from '../../summaries/index.ts';
import { readEntered } from '../notices/composing/entered-values.ts';
import { readFormPlace } from '../reports/form-place.ts';
import { reportFields, reportViews } from '../reports/report-ids.ts';
import type { AskedReport } from './asked-report.ts';
import { readSubmittedForm } from './submitted-form.ts';

/** Reads the form of a summary as it was handed in; null for anything else. */
export function readSummaryForm(body: unknown): AskedReport | null {
  const form = readSubmittedForm(body, reportViews.summary);
  if (form === null) return null;
  const { eventId, user, metadata, values } = form;
  const entered = readEntered(values);
  const length = summaryLengths.find((each) => each === entered.chosen(reportFields.length));
  const reader = summaryReaders.find((each) => each === entered.chosen(reportFields.reader));
  const isForChannel = entered.chosen(reportFields.seenBy) === 'channel';
  return {
    eventId,
    user,
    requested: {
      kind: 'summary',
      publicationId: entered.chosen(reportFields.publication) ?? '',
      length: length ?? 'brief',
      reader: reader ?? 'member',
    },
    channel: isForChannel ? readFormPlace(metadata) : null,
    askedIn: null,
    form: { about: reportFields.publication, seenBy: reportFields.seenBy },
  };
}
