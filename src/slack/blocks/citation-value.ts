/** One source of one answer, as a button names it. */
export interface CitationReference {
  exchangeId: string;
  /** The n of `[n]`. */
  number: number;
}

/** `EXCHANGE:NUMBER`, the value of a button. */
export function citationValue({ exchangeId, number }: CitationReference): string {
  return `${exchangeId}:${number}`;
}

/** Reads the value of a button; null when it is none of ours. */
export function readCitationValue(value: string): CitationReference | null {
  const match = /^(.{1,255}):(\d{1,4})$/s.exec(value);
  if (match === null) return null;
  const [, exchangeId = '', number] = match;
  return { exchangeId, number: Number(number) };
}
