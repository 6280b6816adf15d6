import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../observability/log.ts';

/**
 * Slack's libraries log through this. Their debug output holds whole requests and events, so it is
 * dropped; the rest is kept as detail of one event, because its wording is theirs.
 */
export function createSlackLog(log: Log): Logger {
  const describe = (parts: unknown[]): string =>
    parts.map((part) => (part instanceof Error ? part.name : String(part))).join(' ');
  return {
    debug: () => {},
    info: (...parts) => log.debug({ detail: describe(parts) }, 'slack-library-reported'),
    warn: (...parts) => log.warn({ detail: describe(parts) }, 'slack-library-warned'),
    error: (...parts) => log.error({ detail: describe(parts) }, 'slack-library-failed'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
