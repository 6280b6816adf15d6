import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { clientContext } from './client-context.ts';
import { clockReadAtContext } from './clock-read-at.ts';
import type { PageClient } from './page-client.ts';
import { pageContext } from './use-page.ts';

export interface PageProviderProps {
  client: PageClient;
  /** Shown until the state has been read. */
  waiting: ReactNode;
  children: ReactNode;
}

/** Gives everything below it the state of the local Slack and the means to act in it. */
export function PageProvider({ client, waiting, children }: PageProviderProps) {
  const snapshot = useSyncExternalStore(client.subscribe, client.snapshot);
  const { page } = snapshot;
  const context = useMemo(
    () => (page === null ? null : { page, act: client.act, notify: client.notify }),
    [page, client],
  );
  const clientAndSnapshot = useMemo(() => ({ client, snapshot }), [client, snapshot]);
  return (
    <clientContext.Provider value={clientAndSnapshot}>
      <clockReadAtContext.Provider value={snapshot.clockReadAt}>
        <pageContext.Provider value={context}>
          {context === null ? waiting : children}
        </pageContext.Provider>
      </clockReadAtContext.Provider>
    </clientContext.Provider>
  );
}
