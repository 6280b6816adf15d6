import { useMemo, useSyncExternalStore } from 'react';
import { formatRoute, parseRoute, type Route } from './route.ts';

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

const hash = (): string => location.hash;

/** What is looked at now. */
export function useRoute(): Route {
  const current = useSyncExternalStore(subscribe, hash);
  return useMemo(() => parseRoute(current), [current]);
}

/** Goes there; the browser's back button leads back. */
export function navigate(route: Route): void {
  location.hash = formatRoute(route);
}
