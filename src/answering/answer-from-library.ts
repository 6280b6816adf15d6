import type { Clock } from '../clock.ts';
import type { Log } from '../observability/log.ts';
import type { Claim, Source } from './answer.ts';
import { type AnswerOutcome, abstain, answerFromPassages } from './answer-from-passages.ts';
import { sourcesOf } from './citations.ts';
import type { AskProgress, AskRequest } from './exchange.ts';
import { findPassages, type SearchParts } from './find-passages.ts';
import { composeClaims } from './model/compose-claims.ts';
import type { ModelCalls } from './model/model-calls.ts';
import { type GatheredPassages, gatherPassages } from './research/gather-passages.ts';

/**
 * Searches, reads and answers, telling of each step. A model may be given more than the first search
 * has found, for a question that one search does not answer. Where it gives no answer that holds, the
 * library's own sentences do, which are those of the first search.
 *
 * @param question - Standalone, identifiers of people redacted.
 * @param calls - Null without a model.
 */
export async function answerFromLibrary(
  parts: SearchParts & { clock: Clock; log: Log },
  question: string,
  request: Pick<AskRequest, 'audiences' | 'signal' | 'onProgress'>,
  calls: ModelCalls | null,
): Promise<AnswerOutcome> {
  const { onProgress } = request;
  onProgress?.({ kind: 'searching' });
  const first = await findPassages(parts, question, request);
  const { passages: found } = first.found;
  const gathered: GatheredPassages =
    calls === null || found.length === 0
      ? { passages: found, texts: first.texts, isComparison: false }
      : await gatherPassages(parts, first, request, calls);
  const { passages, texts } = gathered;
  onProgress?.(readingOf(gathered));
  const onClaim = (claim: Claim, sources: Source[]): void =>
    onProgress?.({ kind: 'claim', claim, sources });
  const extractive = answerFromPassages(first);
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

function readingOf({ passages, isComparison }: GatheredPassages): AskProgress {
  const publications = new Set(passages.map(({ publication }) => publication.id)).size;
  const kind = isComparison && publications > 1 ? 'comparing' : 'reading';
  return { kind, publications, passages: passages.length };
}
