/** What is shown, in the words of the messaging service: opaque to everything but its edge. */
export interface MessageContent {
  /** Read aloud, and shown in notifications and by clients that cannot draw blocks. */
  text: string;
  blocks: readonly object[];
}

/** Where a message goes. */
export interface Place {
  channel: string;
  /** The thread's first message; null for the channel itself. */
  thread: string | null;
}

export interface OutgoingMessage extends Place {
  /** Travels with the message, so that it can be found again. */
  deliveryId: string;
  content: MessageContent;
}

/** A message that may have been posted. */
export interface SoughtMessage extends Place {
  deliveryId: string;
  /** The message it answers, than which it is newer by the service's own clock; null if none. */
  answers: string | null;
  /** UTC ms by our clock; it is not older. */
  createdAt: number;
}

/** Sends messages. Nothing is repeated inside: whoever calls decides what may be sent again. */
export interface Messenger {
  /**
   * Posts once.
   *
   * @returns the message's id within its channel (`ts`).
   * @throws {MessageRejected} it will never be accepted there.
   * @throws {MessageRateLimited} it was not posted; later it may be.
   * @throws {MessengerUnavailable} it was not posted: the service could not be reached.
   * @throws {MessageOutcomeUnknown} it may or may not have been posted.
   */
  post(message: OutgoingMessage): Promise<string>;
  /**
   * Looks for the message of a delivery where it was to be posted.
   *
   * @returns its id within its channel, or null when it is not there.
   * @throws the same errors as `post`, `MessageOutcomeUnknown` excepted.
   */
  find(message: SoughtMessage): Promise<string | null>;
  /** Shows what is being done; an empty text clears it. Failing is without consequence. */
  status(place: Place, text: string): Promise<void>;
}
