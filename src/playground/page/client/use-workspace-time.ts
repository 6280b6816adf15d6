import { useContext, useSyncExternalStore } from 'react';
import { clockReadAtContext } from './clock-read-at.ts';
import { usePage } from './use-page.ts';

/** A new value each second; every clock on the page moves with it. */
function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, 1_000);
  return () => clearInterval(timer);
}

/** How far `performance.now()` was when the workspace's clock was read last. */
const secondsSince = (readAt: number): number => Math.floor((performance.now() - readAt) / 1_000);

/** UTC ms of workspace time, to the second; moves on by itself. */
export function useWorkspaceTime(): number {
  const { page } = usePage();
  const readAt = useContext(clockReadAtContext);
  const seconds = useSyncExternalStore(subscribe, () => secondsSince(readAt));
  return page.clock.now + seconds * 1_000;
}
