import type { DeliveryOutcome } from '../state/deliveries.ts';

export type EnvelopeType = 'events_api' | 'interactive' | 'slash_commands';

/** Something for the app, however it is delivered. */
export interface Envelope {
  type: EnvelopeType;
  payload: Record<string, unknown>;
  /** The acknowledgement may carry an answer. */
  acceptsResponsePayload: boolean;
  /** 0 for the first attempt. */
  retryAttempt: number;
  /** Empty for the first attempt. */
  retryReason: string;
}

export interface SendResult {
  outcome: DeliveryOutcome;
  /** What the acknowledgement carried. */
  response: unknown;
  /** The app asked not to be sent this again. */
  refusesRetry?: boolean;
}

/** A way to the app: Socket Mode or HTTP. */
export interface AppTransport {
  /** Settles when the app has acknowledged, or will not. Never rejects. */
  send(envelope: Envelope): Promise<SendResult>;
  /**
   * Asks the app's address to prove that it is the app's, as Slack does when it is configured.
   *
   * @throws {PlaygroundError} `playground-no-request-url` in Socket Mode, which has none.
   */
  verify(): Promise<boolean>;
  /** Calls `listener` whenever the app has become reachable. */
  onReachable(listener: () => void): void;
  /** Ends at once what is under way. */
  close(): Promise<void>;
}
