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

/** Why a stream takes nothing more: it grew too old, or somebody pressed Stop. */
export type StreamEnd = 'expired' | 'stopped';

/** The message takes no more by streaming; it is still there and can be replaced. */
export class StreamEnded extends ConcordError {
  readonly reason: StreamEnd;

  constructor(reason: StreamEnd, cause?: unknown) {
    super('stream-ended', `the stream has ended: ${reason}`, {
      cause,
      forPeople: 'The answer could not be shown as it grew. It follows as a whole.',
      details: { reason },
    });
    this.reason = reason;
  }
}

/** Why the handling of an event is aborted when a person asked for that. */
export class StoppedByPerson extends ConcordError {
  constructor() {
    super('stopped-by-person', 'a person asked to stop', { forPeople: 'Stopped.' });
  }
}
