import { ConcordError } from '../errors.ts';

export type ReportRefusal =
  /** There is no such publication, or it may not be read by all who would see the report. */
  | 'publication-not-open'
  /** It says nothing that can be quoted: no text, or only headings, links and fragments. */
  | 'nothing-to-summarise'
  /** A file that cannot be read; the message says why. */
  | 'file-unreadable'
  /** Too few, too many, or the same twice. */
  | 'wrong-number'
  /** The library says nothing on the topic that may be read. */
  | 'topic-unknown';

/** Why no report is written; the message is for people and says what to do. */
export class ReportRefused extends ConcordError {
  readonly refusal: ReportRefusal;

  constructor(refusal: ReportRefusal, message: string, cause?: unknown) {
    super(refusal, message, { cause });
    this.refusal = refusal;
  }
}
