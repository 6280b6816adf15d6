/**
 * Base of every error that Concord raises on purpose.
 *
 * `code` is stable and is what callers branch on; `message` is for the log and the operator;
 * `forPeople` is what may be shown in Slack or on the terminal and says what to do next.
 */
export class ConcordError extends Error {
  readonly code: string;
  readonly forPeople: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    options: {
      forPeople?: string;
      cause?: unknown;
      details?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.forPeople = options.forPeople ?? message;
    this.details = options.details ?? {};
  }
}
