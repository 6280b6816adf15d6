import { useCallback, useState } from 'react';

/** As many at a time: enough to read, few enough to draw at once. */
const batch = 200;

export interface Recent<Item> {
  recent: readonly Item[];
  hasEarlier: boolean;
  showEarlier(): void;
}

/**
 * The latest of many messages, and more of them when asked for.
 *
 * @param target `ts` of a message that has to be among them; null for none.
 */
export function useRecent<Item extends { ts: string }>(
  messages: readonly Item[],
  target: string | null,
): Recent<Item> {
  const [most, setMost] = useState(batch);
  const place = messages.findIndex(({ ts }) => ts === target);
  const start = Math.max(messages.length - most, 0);
  const from = place < 0 ? start : Math.min(start, place);
  const showEarlier = useCallback(() => setMost((before) => before + batch), []);
  return {
    recent: from === 0 ? messages : messages.slice(from),
    hasEarlier: from > 0,
    showEarlier,
  };
}
