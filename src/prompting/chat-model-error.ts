import { ConcordError } from '../errors.ts';

export type ChatModelFailure =
  /** The service cannot be reached or is in trouble of its own; later it may work. */
  | 'unavailable'
  /** The service asks to wait. */
  | 'rate-limited'
  /** The key, the model's name or the request is not accepted: an operator has to mend it. */
  | 'misconfigured'
  /** The model declined to answer. */
  | 'refused'
  /** The stream broke off in the middle. */
  | 'cut-off'
  /** It took longer than it may. */
  | 'timed-out';

interface Further {
  cause?: unknown;
  waitMs?: number | null;
}

/** Why a model gave no answer; `reason` is a code or status, never text of a question or an answer. */
export class ChatModelError extends ConcordError {
  readonly failure: ChatModelFailure;
  readonly reason: string;
  /** How long the service asks to wait; null when it does not say. */
  readonly waitMs: number | null;

  constructor(
    failure: ChatModelFailure,
    reason: string,
    forPeople: string,
    { cause, waitMs = null }: Further = {},
  ) {
    super('chat-model-failed', `the model gave no answer (${failure}): ${reason}`, {
      cause,
      forPeople,
      details: { failure, reason },
    });
    this.failure = failure;
    this.reason = reason;
    this.waitMs = waitMs;
  }
}
