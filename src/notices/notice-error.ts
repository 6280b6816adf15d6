import { ConcordError } from '../errors.ts';

export type NoticeErrorCode =
  | 'notice-unknown'
  /** Something is missing or cannot be; `forPeople` says what. */
  | 'notice-incomplete'
  /** Nobody agrees to their own notice. */
  | 'notice-own-approval'
  /** It is not in a state in which that can be done. */
  | 'notice-state';

/** Why something cannot be done with a notice. */
export class NoticeError extends ConcordError {
  constructor(code: NoticeErrorCode, forPeople: string) {
    super(code, code, { forPeople });
  }
}
