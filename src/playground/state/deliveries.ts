export type DeliveryOutcome =
  | 'acknowledged'
  | 'timeout'
  | 'no_connection'
  | 'disconnected'
  | 'http_error';

export interface DeliveryAttempt {
  /** UTC ms. */
  at: number;
  outcome: DeliveryOutcome | 'pending';
}

/** One event on its way to the app. */
export interface EventDelivery {
  eventId: string;
  /** Type of the inner event. */
  type: string;
  /** The outer payload, as sent. */
  payload: Record<string, unknown>;
  attempts: DeliveryAttempt[];
  status: 'waiting' | 'acknowledged' | 'lost';
  /** UTC ms of the next attempt; null when none is planned. */
  nextAttemptAt: number | null;
}
