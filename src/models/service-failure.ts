import { APIConnectionError, APIError } from 'openai';
import { z } from 'zod';

/**
 * What an error of the client says of the service, without a word of the service's own: many quote
 * the request in their messages, and with it what was asked or read.
 */
export interface ServiceFailure {
  /** `connection` when nothing came back; `other` for what is no answer of the service at all. */
  kind: 'connection' | 'answer' | 'other';
  /** HTTP status; null without one, as for an error within a stream. */
  status: number | null;
  /** Code of the service or the system, such as `insufficient_quota` or `ECONNREFUSED`. */
  code: string | null;
  /** How long the service asks to wait; null when it does not say. */
  waitMs: number | null;
}

/** Reads any error of the client. */
export function readServiceFailure(error: unknown): ServiceFailure {
  if (error instanceof APIConnectionError || !(error instanceof APIError)) {
    const kind = error instanceof APIConnectionError ? 'connection' : 'other';
    return { kind, status: null, code: errorCode(error), waitMs: null };
  }
  return {
    kind: 'answer',
    status: error.status ?? null,
    code: asCode(error.code),
    waitMs: readRetryAfter(error.headers),
  };
}

/** Whether a status is of a kind that may be another one soon; null stands for an error event. */
export function isPassingStatus(status: number | null): boolean {
  return status === null || [408, 409, 425, 429].includes(status) || status >= 500;
}

/**
 * How long to wait before the next attempt: what the service asks for or, when it does not say,
 * twice as long after each attempt, and between half and all of that at random, so that many who
 * failed together do not come back together.
 *
 * @param attempt the one that failed, from 1.
 * @param firstPauseMs after the first one, at most.
 */
export function pauseBeforeNext(
  waitMs: number | null,
  attempt: number,
  firstPauseMs: number,
): number {
  return waitMs ?? firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

/** Seconds or a date (RFC 9110, 10.2.3), or OpenAI's milliseconds. */
function readRetryAfter(headers: Headers | undefined): number | null {
  const exact = Number(headers?.get('retry-after-ms') || Number.NaN);
  if (exact >= 0) return exact;
  const header = headers?.get('retry-after');
  if (!header) return null;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1_000;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** The first code along the causes, such as `ECONNREFUSED`. */
function errorCode(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? asCode(at.code) : null;
    if (code !== null) return code;
  }
  return null;
}

const codeSchema = z.string().regex(/^[\w.-]{1,64}$/);

/** Codes of services are text from outside like any other. */
function asCode(code: unknown): string | null {
  return codeSchema.safeParse(code).data ?? null;
}
