import { answerFromPassages, type Claim, type SearchParts } from '../../answering/index.ts';
import type { ReadPublication } from '../read-publication.ts';

/** What answers questions of one's own. */
export type ComparisonSearch = Pick<SearchParts, 'retriever' | 'termStatistics'>;

const passagesPerCell = 8;
const mostStatements = 2;
const begunAsQuestion =
  /^(?:who|what|when|where|which|why|how|is|are|was|were|do|does|did|can|could|may|must|should|will|has|have)\b/iu;

/**
 * What one publication says to a question or phrase of somebody's own, as an answer would; nothing
 * when it does not say so with enough certainty. Its citations are numbered as if it were alone.
 */
export async function answerCell(
  { publication, text }: ReadPublication,
  column: string,
  { retriever, termStatistics }: ComparisonSearch,
  signal: AbortSignal | undefined,
): Promise<Claim[]> {
  signal?.throwIfAborted();
  const question = asQuestion(column);
  const found = await retriever.retrieve({
    query: question,
    audiences: [publication.audience],
    within: [publication.id],
    perPublication: passagesPerCell,
    limit: passagesPerCell,
    ...(signal === undefined ? {} : { signal }),
  });
  const { answer } = answerFromPassages({
    question,
    found,
    statistics: termStatistics(),
    texts: new Map([[publication.id, text]]),
  });
  return answer.kind === 'answer' ? answer.claims.slice(0, mostStatements) : [];
}

/** `cost` is asked as `What is the cost?`. */
function asQuestion(column: string): string {
  const plain = column.trim().replace(/[?.\s]+$/u, '');
  return begunAsQuestion.test(plain) ? `${plain}?` : `What is the ${plain}?`;
}
