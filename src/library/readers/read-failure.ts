import type { ReadErrorCode } from './read-error.ts';

/**
 * What a format's reader throws: a problem with the bytes, told without the file's name, which only
 * the caller knows. It becomes a `ReadError` outside the reading process.
 */
export class ReadFailure extends Error {
  readonly code: ReadErrorCode;
  readonly advice: string;

  /**
   * @param problem - The end of a sentence that begins with the file name: `holds no text`.
   * @param advice - What to do next, a whole sentence.
   */
  constructor(code: ReadErrorCode, problem: string, advice: string, cause?: unknown) {
    super(problem, cause === undefined ? undefined : { cause });
    this.name = 'ReadFailure';
    this.code = code;
    this.advice = advice;
  }
}
