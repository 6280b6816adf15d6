import type { MessageContent, Recipient } from './messenger.ts';

/** Which message is replied to, and where. */
export interface ReplyAddress {
  /** What the reply is about, as in a delivery. */
  subject: string;
  channel: string;
  thread: string;
  /** The message it answers. */
  answers: string;
}

/**
 * A reply that is shown while it grows and in the end stands as it must, each of its messages
 * exactly once and in order, whatever breaks off in between. Of what people delete meanwhile, the
 * messages that are left take the place. Somebody who begins it and does not come to `finish` calls
 * `leave`; the next who opens a reply with the same address goes on with what is already there.
 */
export interface LiveReply {
  /**
   * Shows more blocks. What comes while a call is under way is sent together. Never throws: what
   * cannot be shown now comes with `finish`.
   */
  append(blocks: readonly object[]): void;
  /**
   * Makes the reply stand as it must in the end, as one or several messages. When what was shown is
   * the beginning of the first message, only the rest is added, otherwise it is replaced.
   *
   * @throws {MessageRejected} for good.
   * @throws {MessengerUnavailable | MessageRateLimited} open the reply again later and finish it.
   */
  finish(contents: readonly MessageContent[], signal?: AbortSignal): Promise<void>;
  /**
   * Hands the reply over unfinished to whoever opens it next, without waiting for a lease to run
   * out. Does nothing after `finish` has succeeded, so that it can stand in a `finally`. Never
   * throws.
   */
  leave(): Promise<void>;
}

/** Replies to messages. Of one subject, one caller at a time (events of a conversation are). */
export interface Replies {
  /**
   * Opens a reply; nothing is called before the first `append` or `finish`.
   *
   * @param recipient who sees it grow; null to post it as a whole.
   */
  open(address: ReplyAddress, recipient: Recipient | null): LiveReply;
  /**
   * Makes a reply that was sent before stand differently, as after the question was edited: changes
   * the messages in place, posts those that are missing and removes those that are too many. No
   * contents remove the reply.
   *
   * @throws the same errors as `finish`; to be called again then.
   */
  revise(
    address: ReplyAddress,
    contents: readonly MessageContent[],
    signal?: AbortSignal,
  ): Promise<void>;
  /**
   * Takes away what was begun and not finished and what came after it, as before an apology.
   *
   * @throws as `finish` does.
   */
  discardUnfinished(address: ReplyAddress): Promise<void>;
}
