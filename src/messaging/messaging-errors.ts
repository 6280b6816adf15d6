import { ConcordError } from '../errors.ts';

/** The service refuses the message for good; `reason` is the service's own code. */
export class MessageRejected extends ConcordError {
  readonly reason: string;
  /** True when another message could be posted there: it is the content that is at fault. */
  readonly contentAtFault: boolean;

  constructor(reason: string, contentAtFault: boolean, cause?: unknown) {
    super('message-rejected', `the message was rejected: ${reason}`, {
      cause,
      forPeople: contentAtFault
        ? 'Slack did not accept the message as it was written.'
        : `Slack does not let Concord write there (${reason}). Invite Concord to the channel, or check its permissions.`,
      details: { reason },
    });
    this.reason = reason;
    this.contentAtFault = contentAtFault;
  }
}

/** The service asks to wait; the message was not posted. */
export class MessageRateLimited extends ConcordError {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number, cause?: unknown) {
    super('message-rate-limited', `rate limited, retry in ${retryAfterMs} ms`, {
      cause,
      forPeople: 'Slack asks Concord to slow down. The message follows by itself.',
      details: { retryAfterMs },
    });
    this.retryAfterMs = retryAfterMs;
  }
}

/** The service could not be reached; nothing was posted. */
export class MessengerUnavailable extends ConcordError {
  constructor(reason: string, cause?: unknown) {
    super('messenger-unavailable', `the messaging service cannot be reached: ${reason}`, {
      cause,
      forPeople: 'Slack cannot be reached. Concord tries again by itself.',
      details: { reason },
    });
  }
}

/** The request broke off: the message may or may not be there. */
export class MessageOutcomeUnknown extends ConcordError {
  constructor(reason: string, cause?: unknown) {
    super('message-outcome-unknown', `whether the message was posted is unknown: ${reason}`, {
      cause,
      forPeople: 'Slack did not confirm the message. Concord looks whether it arrived.',
      details: { reason },
    });
  }
}
