/** What cites a source: an answer, or a report. */
export interface CitedIn {
  kind: 'exchange' | 'report';
  id: string;
}

/** One source of one answer or report, as a button names it. */
export interface CitationReference {
  citedIn: CitedIn;
  /** The n of `[n]`. */
  number: number;
}

const reportPrefix = 'report:';

/** `EXCHANGE:NUMBER` or `report:REPORT:NUMBER`, the value of a button. */
export function citationValue({ citedIn: { kind, id }, number }: CitationReference): string {
  return `${kind === 'report' ? reportPrefix : ''}${id}:${number}`;
}

/** Reads the value of a button; null when it is none of ours. */
export function readCitationValue(value: string): CitationReference | null {
  const match = /^(report:)?(.{1,255}):(\d{1,4})$/s.exec(value);
  if (match === null) return null;
  const [, prefix, id = '', number] = match;
  return {
    citedIn: { kind: prefix === reportPrefix ? 'report' : 'exchange', id },
    number: Number(number),
  };
}
