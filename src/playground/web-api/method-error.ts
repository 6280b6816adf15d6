import { ConcordError } from '../../errors.ts';

/** A Web API method answers `ok: false`. `code` is Slack's documented error code. */
export class MethodError extends ConcordError {
  /** Further fields of the response, such as `response_metadata`. */
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(code: string, fields: Readonly<Record<string, unknown>> = {}) {
    super(code, `the method answered ${code}`, { details: fields });
    this.fields = fields;
  }
}

/** An error with the messages that Slack puts into `response_metadata`. */
export function explainedError(code: string, problems: readonly string[]): MethodError {
  return new MethodError(code, {
    ...(code === 'invalid_blocks' && { errors: problems }),
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}
