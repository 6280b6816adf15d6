import { destination, type Logger, pino } from 'pino';

/**
 * Structured log. Events are named `noun-verb`; fields are ids, counts and `*_ms` durations, never
 * the text of a message or a question and never a token.
 */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * Writes JSON lines to a file, or to standard error, so that standard output stays free for
 * results.
 *
 * @param path file to append to; its folder is made. Standard error when null.
 */
export function createLog(level: string, path: string | null = null): Log {
  const to =
    path === null
      ? destination({ fd: 2, sync: false })
      : destination({ dest: path, mkdir: true, sync: false });
  return pino({ level, base: null, redact: ['*.token', 'token'] }, to);
}

export const silentLog: Log = pino({ level: 'silent' });
