import type { Delivery } from './delivery.ts';

/** Which message of a reply: `reply`, `reply-2`, `reply-3`, ... */
export function replyOccasion(index: number): string {
  return index === 0 ? 'reply' : `reply-${index + 1}`;
}

/** The deliveries that make up the reply, by their place in it; there may be gaps. */
export function repliesByIndex(deliveries: readonly Delivery[]): (Delivery | undefined)[] {
  const replies: (Delivery | undefined)[] = [];
  for (const delivery of deliveries) {
    const index = replyIndex(delivery.occasion);
    if (index !== null) replies[index] = delivery;
  }
  return Array.from(replies);
}

function replyIndex(occasion: string): number | null {
  if (occasion === 'reply') return 0;
  const number = /^reply-(\d{1,4})$/.exec(occasion)?.[1];
  return number === undefined ? null : Number(number) - 1;
}
