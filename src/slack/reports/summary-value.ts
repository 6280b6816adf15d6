import {
  type SummaryLength,
  type SummaryReader,
  summaryLengths,
  summaryReaders,
} from '../../summaries/index.ts';
import { type RequestedReport, usualSummary } from '../incoming/requested-report.ts';

/** How long a summary is to be, and for whom. */
export interface SummaryManner {
  length: SummaryLength;
  reader: SummaryReader;
}

/** Value of a button that summarises at once: the publication's id, and the manner if any. */
export function writeSummaryValue(id: string, manner: SummaryManner | null): string {
  return manner === null ? id : `${id} ${manner.length} ${manner.reader}`;
}

/** What a button asks for, the usual summary where it does not say which. */
export function readSummaryValue(value: string): RequestedReport {
  const parts = value.split(' ');
  const reader = summaryReaders.find((each) => each === parts.at(-1));
  const length = summaryLengths.find((each) => each === parts.at(-2));
  if (reader === undefined || length === undefined || parts.length < 3) return usualSummary(value);
  return { kind: 'summary', publicationId: parts.slice(0, -2).join(' '), length, reader };
}
