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

/** A message that exists. */
export interface MessageReference {
  channel: string;
  /** Its id within its channel (`ts`). */
  messageId: string;
}

/** Who sees a message grow while it is streamed; the others see it when it is finished. */
export interface Recipient {
  person: string;
  /** The workspace the person belongs to, which need not be the one Concord is installed in. */
  team: string;
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
  /**
   * Replaces what a message says; one that is still being streamed is finished by it. May be
   * repeated at will.
   *
   * @param change.deliveryId travels with the message from now on; without one, what travels with
   *   it stays as it is.
   * @returns false when the message is not there any more.
   * @throws the same errors as `post`, `MessageOutcomeUnknown` excepted.
   */
  update(
    change: MessageReference & { content: MessageContent; deliveryId?: string },
  ): Promise<boolean>;
  /**
   * Takes a message away; one that is gone already is a success. May be repeated at will.
   *
   * @throws the same errors as `post`, `MessageOutcomeUnknown` excepted.
   */
  remove(message: MessageReference): Promise<void>;
  /**
   * Begins a message that grows before somebody's eyes, with its first blocks. It is not found by
   * `find` before it is finished, but by `findUnfinished`.
   *
   * @returns the message's id within its channel.
   * @throws the same errors as `post`.
   */
  startStream(message: {
    channel: string;
    thread: string;
    recipient: Recipient;
    deliveryId: string;
    blocks: readonly object[];
  }): Promise<string>;
  /**
   * Adds blocks at the end. Calls for one message must not overlap.
   *
   * @throws {StreamEnded} and the same errors as `post`.
   */
  appendToStream(message: MessageReference, blocks: readonly object[]): Promise<void>;
  /**
   * Adds the last blocks, possibly none, and ends the stream; the message carries its delivery's id
   * from now on.
   *
   * @throws {StreamEnded} and the same errors as `post`.
   */
  finishStream(
    message: MessageReference,
    end: { deliveryId: string; blocks: readonly object[] },
  ): Promise<void>;
  /**
   * Looks for a message that was begun by `startStream` for a delivery and never finished.
   *
   * @returns its id within its channel, or null when there is none.
   * @throws the same errors as `post`, `MessageOutcomeUnknown` excepted.
   */
  findUnfinished(message: SoughtMessage): Promise<string | null>;
  /** Shows what is being done; an empty text clears it. Failing is without consequence. */
  status(place: Place, text: string): Promise<void>;
}
