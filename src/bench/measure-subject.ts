import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { OpenBenchLibrary } from './bench-library.ts';
import type { Assignment, Finding, SubjectName } from './subject.ts';
import { queryKinds, type SyntheticQuery } from './synthetic/synthetic-queries.ts';

type Measure = (
  directory: string,
  open: OpenBenchLibrary,
  queries: readonly SyntheticQuery[],
) => Promise<Finding>;

// Loaded when needed, so that no subject pays for the memory of another's code.
const measures: Record<SubjectName, () => Promise<Measure>> = {
  'concord-ingest': async () => (await import('./subjects/concord.ts')).ingestWithConcord,
  'concord-start': async () => (await import('./subjects/concord.ts')).startConcord,
  'concord-index': async () => (await import('./subjects/concord.ts')).indexWithConcord,
  'concord-query': async () => (await import('./subjects/concord.ts')).queryConcord,
  'langchain-hnswlib-build': async () => (await import('./subjects/hnswlib.ts')).buildHnswlib,
  'langchain-hnswlib': async () => (await import('./subjects/hnswlib.ts')).queryHnswlib,
  'langchain-hnswlib-thorough': async () =>
    (await import('./subjects/hnswlib.ts')).queryHnswlibThoroughly,
  'langchain-bm25': async () => (await import('./subjects/bm25.ts')).queryBm25,
  'langchain-ensemble': async () => (await import('./subjects/ensemble.ts')).queryEnsemble,
  'sqlite-fts5-build': async () => (await import('./subjects/fts5.ts')).buildFts5,
  'sqlite-fts5': async () => (await import('./subjects/fts5.ts')).queryFts5,
};

const queriesSchema = z.array(z.object({ kind: z.enum(queryKinds), text: z.string() }));

/** Name of the file of queries in a benchmark's folder. */
export const queriesFile = 'queries.json';

/** Does what a process of its own was told to. */
export async function measureSubject(
  { subject, directory }: Assignment,
  open: OpenBenchLibrary,
): Promise<Finding> {
  const text = await readFile(join(directory, queriesFile), 'utf8');
  const measure = await measures[subject]();
  return measure(directory, open, queriesSchema.parse(JSON.parse(text)));
}
