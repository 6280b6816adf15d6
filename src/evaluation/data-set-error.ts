import { ConcordError } from '../errors.ts';

/**
 * A data set that cannot be read as its format asks. Codes: `data-set-missing` (no such path, or a
 * file where a folder is needed and the other way round), `data-set-invalid` (a line or field is
 * wrong), `data-set-empty` (nothing in it can be measured).
 */
export class DataSetError extends ConcordError {
  constructor(
    code: 'data-set-missing' | 'data-set-invalid' | 'data-set-empty',
    message: string,
    options: { expected?: string; cause?: unknown } = {},
  ) {
    super(code, message, {
      forPeople:
        options.expected === undefined ? message : `${message}\nExpected: ${options.expected}`,
      cause: options.cause,
    });
  }
}
