import { useState } from 'react';

/** As many at a time: enough to read, few enough to draw at once. */
const batch = 200;

export interface Recent<Item> {
  recent: readonly Item[];
  hasEarlier: boolean;
  showEarlier(): void;
}

/**
 * The latest of many messages, and more of them when asked for. What is shown stays while more
 * arrives, so that nothing moves under somebody who reads.
 *
 * @param target `ts` of a message that has to be among them; null for none.
 */
export function useRecent<Item extends { ts: string }>(
  messages: readonly Item[],
  target: string | null,
): Recent<Item> {
  const [first, setFirst] = useState(() => messages.at(-batch)?.ts ?? '');
  const start = target !== null && target < first ? target : first;
  const from = messages.findIndex(({ ts }) => ts >= start);
  return {
    recent: from <= 0 ? messages : messages.slice(from),
    hasEarlier: from > 0,
    showEarlier: () => setFirst(messages[Math.max(from - batch, 0)]?.ts ?? ''),
  };
}
