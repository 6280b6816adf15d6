import type { Delivery } from './delivery.ts';

/** Which message of a reply: `reply`, `reply-2`, `reply-3`, ... */
export function replyOccasion(index: number): string {
  return index === 0 ? 'reply' : `reply-${index + 1}`;
}

/** A delivery that is one message of a reply. */
export interface ReplyPart extends Delivery {
  /** As in `replyOccasion`. */
  index: number;
}

/** The deliveries that make up the reply, in its order; numbers may be missing. */
export function repliesAmong(deliveries: readonly Delivery[]): ReplyPart[] {
  return deliveries
    .flatMap((delivery) => {
      const index = replyIndex(delivery.occasion);
      return index === null ? [] : [{ ...delivery, index }];
    })
    .sort((one, other) => one.index - other.index);
}

function replyIndex(occasion: string): number | null {
  if (occasion === 'reply') return 0;
  const number = /^reply-(\d{1,4})$/.exec(occasion)?.[1];
  return number === undefined ? null : Number(number) - 1;
}
