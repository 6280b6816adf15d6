import { destination, type Logger, pino } from 'pino';

/**
 * Structured log. Events are named `noun-verb`; fields are ids, counts and `*_ms` durations, never
 * the text of a message or a question and never a token.
 */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Writes JSON lines to standard error, so that standard output stays free for results. */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, redact: ['*.token', 'token'] },
    destination({ fd: 2, sync: false }),
  );
}

export const silentLog: Log = pino({ level: 'silent' });
