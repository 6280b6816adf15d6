import { ReportRefused } from '../../summaries/index.ts';

export type FileRefusal =
  /** It is in no format that is read. */
  | 'format-unknown'
  | 'too-large'
  /** It is kept by another service, which Slack only shows. */
  | 'kept-elsewhere'
  /** It was deleted, or is hidden by the workspace's plan. */
  | 'gone'
  /** Slack does not let Concord have it. */
  | 'not-given';

/** Why a file is not fetched; the message is for people and says what to do. */
export class FileRefused extends ReportRefused {
  readonly reason: FileRefusal;

  constructor(reason: FileRefusal, message: string, cause?: unknown) {
    super('file-unreadable', message, cause);
    this.reason = reason;
  }
}
