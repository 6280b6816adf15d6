import { createRequire } from 'node:module';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';

/** The real one: in tests its name leads here. */
const real = createRequire(import.meta.url)('pino') as typeof import('pino');
const levels = ['debug', 'info', 'warn', 'error'] as const;

/** Every line that any log of this test file was given, silent ones included. */
export const loggedEntries: object[] = [];

export const { destination } = real;

/**
 * In place of `pino`: logs as told, and keeps what is logged, at every level and even when told to
 * be silent, so that it can be searched for what people wrote.
 */
export function pino(options: LoggerOptions, stream?: DestinationStream): Logger {
  const logger = stream === undefined ? real.pino(options) : real.pino(options, stream);
  const watching = real.pino(
    { ...options, level: 'trace' },
    { write: (line) => void loggedEntries.push(JSON.parse(line)) },
  );
  for (const level of levels) {
    const log = logger[level].bind(logger) as (...parts: unknown[]) => void;
    const watch = watching[level].bind(watching) as (...parts: unknown[]) => void;
    logger[level] = (...parts: unknown[]) => {
      watch(...parts);
      log(...parts);
    };
  }
  return logger;
}
