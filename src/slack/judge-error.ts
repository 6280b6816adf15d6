import type { Verdict } from '../messaging/index.ts';
import { MessageRateLimited, MessageRejected, MessengerUnavailable } from '../messaging/index.ts';

/** What an error in a listener means for the event it dealt with. */
export function judgeError(error: unknown): Verdict {
  const causes = originalsOf(error);
  for (const cause of causes) {
    if (cause instanceof MessageRejected) return cause.contentAtFault ? 'give-up' : 'drop';
    if (cause instanceof MessengerUnavailable || cause instanceof MessageRateLimited) {
      return 'outage';
    }
  }
  return 'again';
}

/** Bolt wraps what listeners throw, and collects it when several do. */
function originalsOf(error: unknown): unknown[] {
  if (typeof error !== 'object' || error === null) return [error];
  const original = 'original' in error ? [error.original] : [];
  const originals = 'originals' in error && Array.isArray(error.originals) ? error.originals : [];
  return [error, ...original, ...originals];
}
