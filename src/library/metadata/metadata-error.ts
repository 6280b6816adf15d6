import { ConcordError } from '../../errors.ts';

/** One thing wrong with what a person wrote about a publication. */
export interface MetadataProblem {
  /** The key as written, or `(all)` for the whole text. */
  field: string;
  /** What is wrong, with the value found and the values permitted. */
  problem: string;
}

/** Front matter or a sidecar that cannot be used; lists every problem at once. */
export class MetadataError extends ConcordError {
  readonly problems: readonly MetadataProblem[];

  /** @param fileName - The file in which the problems stand. */
  constructor(fileName: string, problems: readonly MetadataProblem[], cause?: unknown) {
    const list = problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ');
    super('metadata-invalid', `${fileName}: ${list}`, {
      forPeople: `${fileName} describes its publication wrongly. Correct ${list}.`,
      cause,
      details: { fileName, problems },
    });
    this.problems = problems;
  }
}
