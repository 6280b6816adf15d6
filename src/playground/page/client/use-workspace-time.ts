import { useContext, useSyncExternalStore } from 'react';
import { clockReadAtContext } from './clock-read-at.ts';
import { usePage } from './use-page.ts';

/** A new value each second; every clock on the page moves with it. */
function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, 1_000);
  return () => clearInterval(timer);
}

/**
 * UTC ms of workspace time; moves on by itself.
 *
 * @param stepMs how far at a time: what shows minutes need not be drawn again each second.
 */
export function useWorkspaceTime(stepMs = 1_000): number {
  const { page } = usePage();
  const readAt = useContext(clockReadAtContext);
  const steps = useSyncExternalStore(subscribe, () =>
    Math.floor((performance.now() - readAt) / stepMs),
  );
  return page.clock.now + steps * stepMs;
}
