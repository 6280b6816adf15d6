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
  post(message: OutgoingMessage, signal?: AbortSignal): Promise<string>;
  /**
   * Looks in the place for the message of a delivery.
   *
   * @param since UTC ms by the caller's clock; the message is not older.
   * @returns its id within its channel, or null when it is not there.
   * @throws the same errors as `post`, `MessageOutcomeUnknown` excepted.
   */
  find(
    deliveryId: string,
    place: Place,
    since: number,
    signal?: AbortSignal,
  ): Promise<string | null>;
  /** Shows what is being done; an empty text clears it. Failing is without consequence. */
  status(place: Place, text: string): Promise<void>;
}
