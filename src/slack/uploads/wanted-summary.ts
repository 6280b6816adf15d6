import { readRequest, type SummaryLength, type SummaryReader } from '../../summaries/index.ts';

/** Which summary somebody wants. */
export interface WantedSummary {
  length: SummaryLength;
  reader: SummaryReader;
}

/** What people get who do not say which. */
export const usualSummary: WantedSummary = { length: 'brief', reader: 'member' };

/** The summary that is asked for of what was spoken of before, such as `summarise it`; else null. */
export function readSummaryOfIt(text: string): WantedSummary | null {
  const wanted = readRequest(text);
  if (wanted.kind !== 'summary' || wanted.named !== '') return null;
  return { length: wanted.length, reader: wanted.reader };
}
