import { z } from 'zod';

/** The list is the answer itself (Text Embeddings Inference), or in `results`, or in `data` (Voyage). */
const listSchema = z.union([
  z.array(z.unknown()),
  z.object({ results: z.array(z.unknown()) }).transform(({ results }) => results),
  z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data),
]);

const resultSchema = z
  .object({
    index: z.int().nonnegative(),
    relevance_score: z.number().optional(),
    score: z.number().optional(),
  })
  .transform(({ index, relevance_score, score }) => ({ index, score: relevance_score ?? score }));

/**
 * Places of texts, best first, from the answer of a rerank endpoint. They are ordered by their scores,
 * since some servers give them in the order of the texts; results without a score or with a place that
 * is none are left out, and of two for one text the first counts. Empty when nothing is left.
 */
export function readRerankAnswer(answer: unknown, texts: number): number[] {
  const scores = new Map<number, number>();
  for (const result of listSchema.safeParse(answer).data ?? []) {
    const { index, score } = resultSchema.safeParse(result).data ?? {};
    if (index === undefined || score === undefined) continue;
    if (index < texts && !scores.has(index)) scores.set(index, score);
  }
  return [...scores].sort(([, one], [, other]) => other - one).map(([index]) => index);
}
