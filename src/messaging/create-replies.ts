import type { DeliverOptions } from './deliver.ts';
import { describeError } from './describe-error.ts';
import type { LiveReply, Replies, ReplyAddress } from './live-reply.ts';
import { MessageOutcomeUnknown, MessageRejected, StreamEnded } from './messaging-errors.ts';
import type { MessageContent } from './messenger.ts';
import { patiently } from './patiently.ts';
import { replyOccasion } from './reply-occasions.ts';
import {
  createReplyStream,
  type ReplyStream,
  type ReplyStreamOptions,
  type StreamedPart,
} from './reply-stream.ts';
import { createSettleReply, type SettleReplyOptions } from './settle-reply.ts';

export type RepliesOptions = DeliverOptions & ReplyStreamOptions & SettleReplyOptions;

/** Replies that grow before people's eyes where the service lets them, and come whole elsewhere. */
export function createReplies(options: RepliesOptions): Replies {
  const { store, messenger, deliver, budget, pause, log, settleMs } = options;
  const { settle, discardUnfinished } = createSettleReply(options);

  /** Adds what is missing below what was streamed; false when that is not possible. */
  async function end(part: StreamedPart, blocks: object[], signal?: AbortSignal): Promise<boolean> {
    const { messageId, delivery } = part;
    if (messageId === null) return false;
    const message = { channel: delivery.channel, messageId };
    try {
      const close = () => messenger.finishStream(message, { deliveryId: delivery.id, blocks });
      const onHeld = (waitMs: number) => budget.hold(waitMs);
      await patiently({ ...options, onHeld }, close, signal);
      part.finished = true;
      return true;
    } catch (error) {
      log.warn({ delivery: delivery.id, reason: describeError(error) }, 'stream-not-ended');
      if (error instanceof MessageOutcomeUnknown) await pause(settleMs, signal);
      else if (!(error instanceof StreamEnded || error instanceof MessageRejected)) throw error;
      return false;
    }
  }

  /** Completes a reply whose beginning was streamed; false when it has to be replaced. */
  async function conclude(
    address: ReplyAddress,
    { parts, intact }: ReplyStream,
    [first, ...others]: readonly MessageContent[],
    signal?: AbortSignal,
  ): Promise<boolean> {
    const last = parts.at(-1);
    if (last === undefined || !intact || first === undefined) return false;
    const shown = parts.flatMap((part) => part.blocks);
    const rest = restAfter(shown, first.blocks);
    if (rest === null) return false;
    const further = [...others];
    if (last.finished && rest.length > 0) further.unshift({ ...first, blocks: rest });
    else if (!last.finished && !(await end(last, rest, signal))) return false;
    // As long as the first is not marked, a reply that is taken up again is settled as a whole: one
    // that went on in new messages has the first marked at the very end.
    const isInOne = parts.length === 1 && further.length === others.length;
    if (isInOne) await markSent(parts);
    for (const [index, content] of further.entries()) {
      const occasion = replyOccasion(parts.length + index);
      await deliver({ ...address, occasion, content }, signal);
    }
    if (!isInOne) await markSent(parts);
    return true;
  }

  async function markSent(parts: readonly StreamedPart[]): Promise<void> {
    for (const { delivery, messageId } of [...parts].reverse()) {
      if (messageId !== null) await store.markSent(delivery.id, messageId);
    }
  }

  /** Lets whoever comes next go on with what was begun, at once or after `waitMs`. */
  async function handOver(parts: readonly StreamedPart[], waitMs = 0): Promise<void> {
    for (const { delivery, messageId } of parts) {
      if (messageId !== null) await store.noteMessage(delivery.id, messageId);
      if (waitMs > 0) await store.extend(delivery.id, waitMs);
      else await store.interrupt(delivery.id, 'handed over');
    }
  }

  function open(address: ReplyAddress, stream: ReplyStream | null): LiveReply {
    let isSettled = false;

    async function leave(): Promise<void> {
      if (isSettled || stream === null) return;
      await stream.close();
      await handOver(stream.parts, stream.intact ? 0 : settleMs).catch((error: unknown) => {
        // The lease runs out instead.
        log.warn({ subject: address.subject, reason: describeError(error) }, 'reply-not-left');
      });
    }

    return {
      append: (blocks) => stream?.append(blocks),
      async finish(contents, signal) {
        try {
          await stream?.close();
          if (stream === null || !(await conclude(address, stream, contents, signal))) {
            if (stream?.intact === false) await pause(settleMs, signal);
            await handOver(stream?.parts ?? []);
            await settle(address, contents, false, signal);
          }
          isSettled = true;
        } finally {
          await leave();
        }
      },
      leave,
    };
  }

  return {
    open: (address, recipient) =>
      open(address, recipient === null ? null : createReplyStream(options, address, recipient)),
    revise: (address, contents, signal) => settle(address, contents, true, signal),
    discardUnfinished,
  };
}

/** The blocks of `whole` after those that are shown; null when it does not begin with them. */
function restAfter(shown: readonly object[], whole: readonly object[]): object[] | null {
  if (shown.length > whole.length) return null;
  const isBeginning = shown.every(
    (block, index) => JSON.stringify(block) === JSON.stringify(whole[index]),
  );
  return isBeginning ? whole.slice(shown.length) : null;
}
