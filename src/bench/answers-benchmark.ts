import type { AnswersFinding } from './answers-finding.ts';
import { onSyntheticLibrary, type RunSubject } from './run-benchmark.ts';

/** What a process of its own is told to measure answers on. */
export interface AnswersAssignment {
  /** Folder of the benchmark, with its library and its queries. */
  directory: string;
}

/** Measures answers on a library that is there, in a process of its own. */
export type RunAnswers = (assignment: AnswersAssignment) => Promise<AnswersFinding>;

export interface AnswersBenchmark extends AnswersFinding {
  passages: number;
  publications: number;
}

/** Measures what Concord adds to a model's time, by step, and whether memory stays flat. */
export function benchmarkAnswers(
  size: { passages: number; answers: number },
  { runSubject, runAnswers }: { runSubject: RunSubject; runAnswers: RunAnswers },
  note: (text: string) => void,
): Promise<AnswersBenchmark> {
  const { passages, answers } = size;
  return onSyntheticLibrary(
    { passages, queries: answers },
    runSubject,
    note,
    async (measure, { directory, publications }) => {
      const ingested = await measure('concord-ingest');
      note(`Asking ${answers.toLocaleString('en')} questions`);
      const finding = await runAnswers({ directory });
      return { passages: ingested.passages ?? 0, publications, ...finding };
    },
  );
}
