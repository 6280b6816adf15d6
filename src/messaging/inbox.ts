/** Something the outside world told Concord, to be stored before it is acknowledged. */
export interface NewInboxEvent {
  /** The sender's own id; the same event delivered again carries the same one. */
  eventId: string;
  /** Events of one conversation are handled one after the other, in the order of `position`. */
  conversation: string;
  /** Sorts as text. */
  position: string;
  /** Who it is from, by their id in Slack; null when nobody is. */
  person: string | null;
  /** Anything JSON can hold. */
  body: unknown;
}

/** An event taken up for handling, under a lease. */
export interface ClaimedEvent extends NewInboxEvent {
  /** UTC ms. */
  receivedAt: number;
  /** How often the event has been taken up, this time and crashes included, outages left out. */
  attempts: number;
  /** How often handling it ended in an error. */
  failures: number;
  /** Whether somebody asked to stop before it was taken up. */
  stopRequested: boolean;
}

/** How an event's handling failed. */
export interface FailedHandling {
  /** Not handled again before this instant, UTC ms. */
  availableAt: number;
  /** For the operator: a code, never the text of a message. */
  reason: string;
  /** False when the event itself is not to blame (the other side cannot be reached). */
  counts: boolean;
}

/**
 * Events that were acknowledged and are still owed an answer. Every method that names an owner does
 * nothing for events the owner no longer holds, because its lease ran out and another took over.
 */
export interface Inbox {
  /** Stores an event; false when its id is known already. */
  add(event: NewInboxEvent): Promise<boolean>;
  /**
   * Takes up the next event whose conversation has no other event in hand and none before it, and
   * leases it; null when there is none at this moment. Leases that ran out are taken over.
   */
  claim(owner: string, leaseMs: number): Promise<ClaimedEvent | null>;
  /** Extends all leases of the owner to `leaseMs` from now. */
  renew(owner: string, leaseMs: number): Promise<void>;
  /** The event is dealt with; its body is forgotten. */
  finish(eventId: string, owner: string): Promise<void>;
  /** Puts the event back after an error. */
  putBack(eventId: string, owner: string, failure: FailedHandling): Promise<void>;
  /** Gives up on the event and keeps it for the operator. */
  giveUp(eventId: string, owner: string, reason: string): Promise<void>;
  /** Hands everything the owner holds back untouched, as when the process stops. */
  release(owner: string): Promise<void>;
  /** The earliest instant (UTC ms) at which an open event may be claimed; null when none is open. */
  nextDue(): Promise<number | null>;
  /**
   * Asks whoever deals with the conversation's open events, in whichever process, to stop.
   *
   * @returns how many events are open.
   */
  requestStop(conversation: string): Promise<number>;
  /** Ids of the events the owner holds that it was asked to stop. */
  stopRequests(owner: string): Promise<string[]>;
  /**
   * Forgets the events at a position of a conversation that nobody has taken up, as when the
   * question was deleted; they stay known. Whoever deals with one already is asked to stop.
   *
   * @returns whether there was any to forget.
   */
  withdraw(conversation: string, position: string): Promise<boolean>;
  /** Whether an event of the conversation is still owed an answer. */
  hasOpen(conversation: string): Promise<boolean>;
  /** How many events are still owed an answer. */
  countOpen(): Promise<number>;
  /** Deletes events that were finished before the instant (UTC ms); returns how many. */
  forgetFinished(before: number): Promise<number>;
}
