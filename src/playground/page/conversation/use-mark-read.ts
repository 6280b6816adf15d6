import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { PageConversation } from '../../page-api/page-protocol.ts';
import { usePage } from '../client/use-page.ts';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

export interface MarkRead {
  /** `ts` after which messages were new when the person came; null when none was. */
  newAfter: string | null;
  /** To be told whether the end of the conversation is in view. */
  onSeeEnd(isAtEnd: boolean): void;
}

/**
 * Marks a conversation as read once its end is in view, in a window that can be seen. To be used in
 * a component that is made anew (`key`) for each conversation.
 */
export function useMarkRead(conversation: PageConversation): MarkRead {
  const { act } = usePage();
  const { id, isMember, lastRead } = conversation;
  const last = conversation.messages.at(-1)?.ts;
  const [newAfter] = useState(lastRead);
  const [isAtEnd, setIsAtEnd] = useState(false);
  const isSeen = useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
  useEffect(() => {
    if (!isAtEnd || !isSeen || !isMember || last === undefined || last <= (lastRead ?? '')) return;
    // Failing does no harm: the mark stays until the conversation is looked at again.
    void act({ type: 'mark-read', channel: id, ts: last });
  }, [act, id, isMember, isAtEnd, isSeen, last, lastRead]);
  return { newAfter, onSeeEnd: useCallback((seen) => setIsAtEnd(seen), []) };
}
