import { z } from 'zod';

export const subjectNames = [
  'concord-ingest',
  'concord-start',
  'concord-index',
  'concord-query',
  'langchain-hnswlib-build',
  'langchain-hnswlib',
  'langchain-hnswlib-thorough',
  'langchain-bm25',
  'langchain-ensemble',
  'sqlite-fts5-build',
  'sqlite-fts5',
] as const;
export type SubjectName = (typeof subjectNames)[number];

/** What a process of its own is told to measure. */
export const assignmentSchema = z.object({
  subject: z.enum(subjectNames),
  /** Folder of the benchmark: `texts/`, `queries.json`, `library/` and whatever subjects keep. */
  directory: z.string(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

const timesSchema = z.object({
  queries: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});

/** What it found. Only what the subject has. */
export const findingSchema = z.object({
  /** Resident memory once the work was done, MiB. */
  rssMegabytes: z.number(),
  /** Seconds from the input to everything being searchable and on disk. */
  indexSeconds: z.number().optional(),
  passages: z.number().optional(),
  /** Milliseconds from what is on disk to the first query answered. */
  startMs: z.number().optional(),
  times: z.record(z.string(), timesSchema).optional(),
  /** Share of the ten nearest by exact search that the vector index finds. */
  vectorRecall: z.number().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** Results each query asks for, of every subject. */
export const resultsPerQuery = 10;

export function residentMegabytes(): number {
  return Math.round((process.memoryUsage.rss() / 2 ** 20) * 10) / 10;
}
