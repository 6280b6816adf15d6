/** What can be made to go wrong, from the page and from tests. */
export const faultKinds = [
  /** The next calls of the Web API answer 429 with Retry-After. */
  'rate-limit',
  /** The next calls answer 500. */
  'server-error',
  /** Calls take effect, but their answers come late. */
  'slow-answers',
  /** Calls that post, change or show something take effect, but their answers are lost. */
  'lost-answers',
  /** The next events do not reach the app at their first delivery. */
  'drop-events',
  /** The next events are delivered twice. */
  'duplicate-events',
  /** The sockets are cut, and connecting again fails until the fault ends. */
  'disconnect',
  /** Every call with the bot token answers `token_revoked`. */
  'revoked-token',
  /** Messages and views with blocks are refused with `invalid_blocks`. */
  'refuse-blocks',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A fault that waits for its occasions, or lasts. */
export interface ActiveFault {
  kind: FaultKind;
  /** Occasions left; null for one that lasts until it is ended. */
  left: number | null;
}
