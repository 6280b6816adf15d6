import { ConcordError } from '../errors.ts';
import { isPassingStatus, readServiceFailure } from './service-failure.ts';

export interface DescribedRerankFailure {
  /** Whether it may work when asked again. */
  isPassing: boolean;
  /** Whether the service takes the request for invalid. */
  isRefusal: boolean;
  /** How long the service asks to wait; null when it does not say. */
  waitMs: number | null;
}

const away = 'The rerank service cannot be reached or is overloaded. Check RERANK_URL.';
const late = 'The rerank service took too long. Raise RERANK_TIMEOUT_MS, or use a quicker one.';
const key = 'The rerank service refused the key. Check RERANK_API_KEY and RERANK_URL.';
const unknown =
  'There is no rerank endpoint, or not this model. Check RERANK_URL, which is the whole address, and RERANK_MODEL.';
const refused = 'The rerank service refused the request. Check RERANK_MODEL and RERANK_URL.';
const invalid =
  'The rerank service answered with something else than an order. Check that RERANK_URL is a rerank endpoint.';

/** @param reason status and code, or one of our own; never what the service says, which may quote. */
function failed(reason: string, forPeople: string): ConcordError {
  return new ConcordError('rerank-failed', `no order from the rerank service: ${reason}`, {
    details: { reason },
    forPeople,
  });
}

/** No answer within the time that an order may take. */
export function rerankTimeout(): ConcordError {
  return failed('timed-out', late);
}

/** An answer in which there is no order. */
export function rerankInvalid(): ConcordError {
  return new ConcordError('rerank-invalid', 'the rerank service gave no order', {
    forPeople: invalid,
  });
}

/** What any error of a request says about trying again. */
export function describeRerankFailure(error: unknown): DescribedRerankFailure {
  if (error instanceof ConcordError) return { isPassing: false, isRefusal: false, waitMs: null };
  const { kind, status, waitMs } = readServiceFailure(error);
  return {
    isPassing: kind === 'connection' || (kind === 'answer' && isPassingStatus(status)),
    isRefusal: [400, 422].includes(status ?? 0),
    waitMs,
  };
}

/** The same error for operators, without a word of the service. */
export function rerankFailure(error: unknown): ConcordError {
  if (error instanceof ConcordError) return error;
  const { kind, status, code } = readServiceFailure(error);
  const reason = [status, code].filter(Boolean).join(' ') || `${kind}-failed`;
  if (kind === 'other') return rerankInvalid();
  if (kind === 'connection') return failed(reason, away);
  if (status === 401 || status === 403) return failed(reason, key);
  if (status === 404 || status === 405) return failed(reason, unknown);
  return failed(reason, isPassingStatus(status) ? away : refused);
}
