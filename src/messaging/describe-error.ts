import { ConcordError } from '../errors.ts';

/** Codes and names only: messages may hold what a person wrote. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (!(error instanceof ConcordError)) return error.name;
  const { reason } = error.details;
  return typeof reason === 'string' ? `${error.code}: ${reason}` : error.code;
}

/** Where it happened, without the message, which may hold what a person wrote. */
export function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join('\n');
}
