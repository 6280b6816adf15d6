import type { Clock } from '../clock.ts';
import type { Claim, Source } from './answer.ts';
import { type AnswerOutcome, abstain, answerFromPassages } from './answer-from-passages.ts';
import { sourcesOf } from './citations.ts';
import type { AskRequest } from './exchange.ts';
import { findPassages, type SearchParts } from './find-passages.ts';
import { composeClaims } from './model/compose-claims.ts';
import type { ModelCalls } from './model/model-calls.ts';

/**
 * Searches, reads and answers, telling of each step. Where a model gives no answer that holds, the
 * library's own sentences do.
 *
 * @param question - Standalone, identifiers of people redacted.
 * @param calls - Null without a model.
 */
export async function answerFromLibrary(
  parts: SearchParts & { clock: Clock },
  question: string,
  request: Pick<AskRequest, 'audiences' | 'signal' | 'onProgress'>,
  calls: ModelCalls | null,
): Promise<AnswerOutcome> {
  const { onProgress } = request;
  onProgress?.({ kind: 'searching' });
  const gathered = await findPassages(parts, question, request);
  const { texts, found } = gathered;
  const { passages } = found;
  const publications = new Set(passages.map(({ publication }) => publication.id)).size;
  onProgress?.({ kind: 'reading', publications, passages: passages.length });
  const onClaim = (claim: Claim, sources: Source[]): void =>
    onProgress?.({ kind: 'claim', claim, sources });
  const extractive = answerFromPassages(gathered);
  const { confidence } = extractive;
  if (calls !== null && passages.length > 0) {
    const now = parts.clock.now();
    const composed = await composeClaims(calls, { question, passages, texts, now, onClaim });
    if (composed.answer !== null) return { confidence, answer: composed.answer };
    if (composed.foundNothing) {
      return { confidence, answer: abstain('evidence-too-weak', passages) };
    }
  }
  const { answer } = extractive;
  if (answer.kind === 'answer') {
    for (const claim of answer.claims) onClaim(claim, sourcesOf(claim, answer.sources));
  }
  return { confidence, answer };
}
