import { ConcordError } from '../../errors.ts';

/** Why a file could not be turned into a document; stable, callers branch on it. */
export type ReadErrorCode =
  | 'file-not-found'
  | 'file-unreadable'
  | 'file-empty'
  | 'file-encrypted'
  | 'file-without-text'
  | 'file-truncated'
  | 'file-mislabelled'
  | 'file-malformed'
  | 'file-too-large'
  | 'file-unsupported'
  | 'read-timed-out'
  | 'read-out-of-memory'
  | 'read-crashed'
  | 'readers-closed';

/** A file that cannot be read. `forPeople` names the file and says what to do about it. */
export class ReadError extends ConcordError {
  declare readonly code: ReadErrorCode;

  /**
   * @param code - What is wrong with the file.
   * @param fileName - The name people know the file by; the first word of both messages.
   * @param problem - What was found, as the end of the sentence that begins with the file name.
   * @param advice - What to do next, a whole sentence.
   */
  constructor(
    code: ReadErrorCode,
    fileName: string,
    problem: string,
    advice: string,
    options: { cause?: unknown; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(code, `${fileName} ${problem}`, {
      forPeople: `${fileName} ${problem}. ${advice}`,
      cause: options.cause,
      details: { fileName, problem, advice, ...options.details },
    });
  }
}
