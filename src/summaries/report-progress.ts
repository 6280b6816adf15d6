/** What is happening to a report, as it happens. */
export type ReportProgress =
  /** A file is being read that is not in the library. */
  | { kind: 'reading-file'; filename: string }
  /** Publications are being read, of so many pages together; null where they have none. */
  | { kind: 'reading'; publications: number; pages: number | null }
  /** What a model is going to use for something long, about; told before it begins. */
  | { kind: 'foreseen'; calls: number; tokens: number }
  /** A model reads section by section; the first is 1. */
  | { kind: 'section'; number: number; of: number; heading: string | null }
  /** What the sections say is put together. */
  | { kind: 'merging'; claims: number }
  /** One publication of several has been dealt with; the first is 1. */
  | { kind: 'publication'; number: number; of: number; title: string };
