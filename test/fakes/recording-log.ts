import { pino } from 'pino';
import type { Log } from '../../src/observability/log.ts';

/** A real logger whose lines can be looked at, as they would have been written. */
export function createRecordingLog(): { log: Log; entries: Record<string, unknown>[] } {
  const entries: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'trace', base: null },
    { write: (line) => entries.push(JSON.parse(line)) },
  );
  return { log, entries };
}
