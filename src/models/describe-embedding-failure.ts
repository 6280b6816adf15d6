import { ConcordError } from '../errors.ts';
import { isPassingStatus, readServiceFailure } from './service-failure.ts';

export interface DescribedEmbeddingFailure {
  error: ConcordError;
  /** Whether it may work when asked again. */
  isPassing: boolean;
  /** Whether the service takes the request for invalid: its texts, or how it asks. */
  isRefusal: boolean;
  /** How long the service asks to wait; null when it does not say. */
  waitMs: number | null;
}

const away =
  'The embedding service cannot be reached or is overloaded. Try again later, or check OPENAI_BASE_URL.';
const tooOften =
  'The embedding service is asked too often. It is tried again later; lower EMBEDDING_CONCURRENCY or raise the limit of the account.';
const credit =
  'The account of OPENAI_API_KEY has no credit left for embeddings. Raise its limit, use another key, or set EMBEDDER=local.';
const key = 'The embedding service refused the key. Check OPENAI_API_KEY and OPENAI_BASE_URL.';
const unknown =
  'The embedding service does not know the model. Check EMBEDDING_MODEL and OPENAI_BASE_URL.';
const refused =
  'The embedding service refused the request. Check EMBEDDING_MODEL and EMBEDDING_DIMENSIONS.';

/** @param reason status and code, or one of our own; never what the service says. */
function embeddingError(
  id: string,
  reason: string,
  forPeople: string,
  details: { status?: number | null; retryAfterMs?: number | null } = {},
): ConcordError {
  const { status = null, retryAfterMs = null } = details;
  return new ConcordError('embedding-failed', `${id}: ${reason}`, {
    details: { reason, status, retryAfterMs },
    forPeople,
  });
}

/** No answer within the time that the variable allows. */
export function embeddingTimeout(id: string, variable: string): ConcordError {
  const forPeople = `The embedding service took too long. Try again later, or raise ${variable}.`;
  return embeddingError(id, 'timed-out', forPeople);
}

/** An answer that is not what was asked for; `problem` completes "answered with". */
export function embeddingInvalid(id: string, problem: string, mend: string): ConcordError {
  return new ConcordError('embedding-invalid', `${id}: ${problem}`, {
    details: { reason: 'invalid-answer', retryAfterMs: null },
    forPeople: `The embedding service answered with ${problem}. ${mend}`,
  });
}

/**
 * What went wrong, from any error of a request. Never holds what the service said, which may quote
 * the texts, and therefore no cause either.
 *
 * @param id of the embedder.
 */
export function describeEmbeddingFailure(id: string, error: unknown): DescribedEmbeddingFailure {
  if (error instanceof ConcordError) {
    const isPassing = error.details.reason === 'timed-out';
    return { error, isPassing, isRefusal: false, waitMs: null };
  }
  const { kind, status, code, waitMs } = readServiceFailure(error);
  const reason = [status, code].filter(Boolean).join(' ') || `${kind}-failed`;
  const failure = (forPeople: string, isPassing = false): DescribedEmbeddingFailure => ({
    error: embeddingError(id, reason, forPeople, { status, retryAfterMs: waitMs }),
    isPassing,
    isRefusal: false,
    waitMs,
  });
  if (kind !== 'answer') return failure(away, true);
  if (code === 'insufficient_quota') return failure(credit);
  if (status === 401 || status === 403) return failure(key);
  if (status === 404 || code === 'model_not_found') return failure(unknown);
  if (status === 429 || code === 'rate_limit_exceeded') return failure(tooOften, true);
  if (isPassingStatus(status)) return failure(away, true);
  return { ...failure(refused), isRefusal: [400, 413, 422].includes(status ?? 0) };
}
