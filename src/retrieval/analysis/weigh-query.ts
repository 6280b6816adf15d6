import type { Analyser } from './analyser.ts';

/** What the question itself counts for next to the sentences that lead up to it. */
const questionWeight = 2;
/** Saturation of repeated query terms (k3 of BM25). */
const k3 = 2;
const sentenceEnd = /(?<=[.!?])\s+|\n+/;

/**
 * A query's terms with their weights, 1 for a term that occurs once.
 *
 * People explain their case and end with what they want to know, so the last sentence of several
 * counts double. A repeated term counts more, but less and less: c · (k3 + 1) / (c + k3).
 */
export function weighQuery(query: string, analyser: Analyser): Map<string, number> {
  const sentences = query.split(sentenceEnd).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const counts = new Map<string, number>();
  sentences.forEach((sentence, index) => {
    const isQuestion = sentences.length > 1 && index === sentences.length - 1;
    for (const term of analyser.terms(sentence)) {
      counts.set(term, (counts.get(term) ?? 0) + (isQuestion ? questionWeight : 1));
    }
  });
  for (const [term, count] of counts) counts.set(term, (count * (k3 + 1)) / (count + k3));
  return counts;
}
