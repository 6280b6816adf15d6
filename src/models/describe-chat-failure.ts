import { APIError } from 'openai';
import { ChatModelError, type ChatModelFailure } from '../prompting/index.ts';
import { isPassingStatus, readServiceFailure } from './service-failure.ts';

export interface DescribedFailure {
  error: ChatModelError;
  /** Whether it may work when asked again. */
  isPassing: boolean;
}

const words: Record<ChatModelFailure, string> = {
  unavailable:
    'The model cannot be reached or is overloaded. Try again later, or check CHAT_BASE_URL (OPENAI_BASE_URL when that is empty).',
  'rate-limited':
    'The model is asked too often. Try again later, or lower CHAT_CONCURRENCY or raise the limit of the account.',
  misconfigured:
    'The model service refused the request. Check CHAT_MODEL, CHAT_OUTPUT and CHAT_BASE_URL (OPENAI_BASE_URL when that is empty).',
  refused: 'The model declined to answer.',
  'cut-off': 'The answer of the model broke off. Try again.',
  'timed-out':
    'The model took too long. Try again later, or raise CHAT_TIMEOUT_MS or CHAT_TOTAL_TIMEOUT_MS.',
};

const key =
  'The model service refused the key. Check CHAT_API_KEY and CHAT_BASE_URL (OPENAI_API_KEY and OPENAI_BASE_URL when those are empty).';
const unknown =
  'The model service does not know the model or the address. Check CHAT_MODEL and CHAT_BASE_URL (OPENAI_BASE_URL when that is empty).';
const credit =
  'The account of CHAT_API_KEY (OPENAI_API_KEY when that is empty) has no credit left. Raise its limit, or use another key.';
const tooLong =
  'The question and its passages are longer than the model takes. Set CHAT_MODEL to one that takes more.';

/** Azure's, and OpenAI's of images and of models that think; all with status 400. */
const filterCodes = ['content_filter', 'content_policy_violation', 'invalid_prompt'];

/** An error with the words for people that its failure, or `forPeople`, calls for. */
export function chatModelError(
  failure: ChatModelFailure,
  reason: string,
  forPeople = words[failure],
  waitMs: number | null = null,
): ChatModelError {
  return new ChatModelError(failure, reason, forPeople, { waitMs });
}

/**
 * What went wrong, from any error of the client. Never holds what the service said: many quote the
 * request in it, and with it the question. That is why it has no cause either.
 */
export function describeChatFailure(error: unknown): DescribedFailure {
  if (error instanceof ChatModelError) {
    const isPassing = ['unavailable', 'rate-limited', 'cut-off'].includes(error.failure);
    return { error, isPassing };
  }
  const { kind, status, code, waitMs } = readServiceFailure(error);
  if (kind === 'connection') return passing('unavailable', code ?? 'connection-failed');
  if (kind === 'other') return passing('cut-off', code ?? 'stream-broken');

  const reason = [status, code].filter(Boolean).join(' ') || 'error-event';
  const refused = (forPeople?: string): DescribedFailure => ({
    error: chatModelError('misconfigured', reason, forPeople),
    isPassing: false,
  });
  if (code === 'insufficient_quota') return refused(credit);
  if (code === 'context_length_exceeded') return refused(tooLong);
  if (status === 401 || status === 403) return refused(key);
  if (status === 404 || code === 'model_not_found') return refused(unknown);
  if (status === 429 || code === 'rate_limit_exceeded') {
    return passing('rate-limited', reason, waitMs);
  }
  return isPassingStatus(status) ? passing('unavailable', reason, waitMs) : refused();
}

/** The text in which a service says why it takes a request for invalid; null when it does not. */
export function invalidRequestText(error: unknown): string | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const known = ['context_length_exceeded', 'model_not_found', ...filterCodes];
  if (known.includes(error.code ?? '')) return null;
  return error.param ? String(error.param) : error.message;
}

/**
 * Whether the service's filter stopped the question: about the question, not about the settings, so
 * that nobody can ask so that the model is taken for misconfigured.
 */
export function isFiltered(error: unknown): boolean {
  return error instanceof APIError && filterCodes.includes(error.code ?? '');
}

function passing(
  failure: ChatModelFailure,
  reason: string,
  waitMs: number | null = null,
): DescribedFailure {
  return { error: chatModelError(failure, reason, words[failure], waitMs), isPassing: true };
}
