import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queriesFile } from './measure-subject.ts';
import type { Assignment, Finding, SubjectName } from './subject.ts';
import { createSyntheticQueries } from './synthetic/synthetic-queries.ts';
import { writeSyntheticLibrary } from './write-synthetic-library.ts';

/** Measures one subject in a process of its own, so that its memory is its own. */
export type RunSubject = (assignment: Assignment) => Promise<Finding>;

/** Measures a subject on the benchmark's library. */
export type Measure = (subject: SubjectName) => Promise<Finding>;

/** How large a benchmark is. */
export interface BenchmarkSize {
  passages: number;
  /** To ask of each subject, a third of each kind. */
  queries: number;
}

const seed = 1;

export interface BenchmarkLibrary {
  directory: string;
  publications: number;
}

/**
 * Writes a synthetic library and its queries into a temporary folder, lets `work` measure subjects
 * on it, one after the other, and removes it.
 */
export async function onSyntheticLibrary<Result>(
  { passages, queries: queryCount }: BenchmarkSize,
  runSubject: RunSubject,
  note: (text: string) => void,
  work: (measure: Measure, library: BenchmarkLibrary) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'concord-bench-'));
  try {
    note(`Writing text for ${passages.toLocaleString('en')} passages`);
    const written = await writeSyntheticLibrary(join(directory, 'texts'), passages, seed);
    const queries = createSyntheticQueries(written.samples, queryCount, seed);
    await writeFile(join(directory, queriesFile), JSON.stringify(queries));
    const measure: Measure = (subject) => {
      note(`Measuring ${subject} on ${passages.toLocaleString('en')} passages`);
      return runSubject({ subject, directory });
    };
    return await work(measure, { directory, publications: written.publications });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
