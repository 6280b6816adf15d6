import { ConcordError } from '../../errors.ts';

/** What is wrong with a file of notices, for whoever wrote it. */
export interface FileProblem {
  /** From 1; null when it concerns no line. */
  line: number | null;
  field: string | null;
  text: string;
}

/** A file of notices of which nothing was sent, since something in it cannot be. */
export class NoticeFileError extends ConcordError {
  readonly problems: readonly FileProblem[];

  constructor(found: readonly FileProblem[]) {
    const problems = found.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
    const list = problems.map((problem) => `  ${describe(problem)}`).join('\n');
    super('notice-file-invalid', 'a file of notices cannot be used', {
      forPeople: `The file cannot be sent as it is; nothing was changed:\n${list}`,
    });
    this.problems = problems;
  }
}

function describe({ line, field, text }: FileProblem): string {
  const where = [line === null ? '' : `line ${line}`, field ?? ''].filter((part) => part !== '');
  return where.length === 0 ? text : `${where.join(', ')}: ${text}`;
}
