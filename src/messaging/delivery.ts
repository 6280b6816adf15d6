import type { MessageContent, Place } from './messenger.ts';

/** A message to be sent once: unique by subject, occasion and channel. */
export interface DeliveryDraft extends Place {
  /** What it is about, such as `message:C1:1700000000.000100` for the reply to that message. */
  subject: string;
  /** Which message of that subject: `answer`, `answer-2`, `apology`, ... */
  occasion: string;
  /** Null when it is known only later, as for a message that is streamed. */
  content: MessageContent | null;
  /** The message it answers; null if none. */
  answers: string | null;
}

/** A message to be sent once, with what it says. */
export interface NewDelivery extends DeliveryDraft {
  content: MessageContent;
}

/** `sending` with a lease that ran out means: nobody knows whether it was posted. */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'failed';

export interface Delivery extends Omit<DeliveryDraft, 'answers'> {
  id: string;
  state: DeliveryState;
  /** The message's id within its channel, once sent or begun. */
  messageId: string | null;
  /** UTC ms until which somebody is sending it. */
  leaseUntil: number | null;
  /** UTC ms. */
  createdAt: number;
}

/** A message that was sent about a subject. */
export interface SentMessage {
  occasion: string;
  /** Its id within its channel. */
  messageId: string;
}

/** What somebody who wants to send a delivery is told. */
export type Turn =
  /** Nobody has tried yet, or the last try is known to have posted nothing. */
  | 'first'
  /** An earlier try broke off: look before sending. */
  | 'after-interruption'
  /** Somebody else is sending it, or it needs no sending. */
  | 'not-now';

export interface DeliveryStore {
  /** Stores the delivery, or returns the one stored earlier for its subject, occasion and channel. */
  prepare(delivery: DeliveryDraft): Promise<Delivery>;
  /** Asks for the right to send for `leaseMs`; the delivery is as it stands after that. */
  begin(id: string, leaseMs: number): Promise<{ turn: Turn; delivery: Delivery }>;
  /** Keeps the right to send for `leaseMs` from now. */
  extend(id: string, leaseMs: number): Promise<void>;
  /** Says what is to be sent, of a delivery that is not sent yet. */
  complete(id: string, content: MessageContent): Promise<void>;
  /** Remembers the message that was begun for a delivery that is being sent. */
  noteMessage(id: string, messageId: string): Promise<void>;
  /** It is known that nothing was posted: back to pending. */
  putBack(id: string, reason: string): Promise<void>;
  /** It is not known: the lease ends at once, and the next turn is `after-interruption`. */
  interrupt(id: string, reason: string): Promise<void>;
  /** Sent for good; what it said is forgotten. */
  markSent(id: string, messageId: string): Promise<void>;
  markFailed(id: string, reason: string): Promise<void>;
  /** Whether anything was sent into the thread. */
  wroteInThread(channel: string, thread: string): Promise<boolean>;
  /** Forgets a delivery whose message was taken away. */
  forget(id: string): Promise<void>;
  /** All deliveries about the subject in the channel, in the order in which they were prepared. */
  about(subject: string, channel: string): Promise<Delivery[]>;
  /** The messages that were sent about the subject in the channel, in that order. */
  sentAbout(subject: string, channel: string): Promise<SentMessage[]>;
  /** Whether something about the subject was sent in the channel and nothing is left to be sent. */
  isComplete(subject: string, channel: string): Promise<boolean>;
}
