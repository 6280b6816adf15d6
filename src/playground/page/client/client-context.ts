import { createContext, useContext } from 'react';
import type { PageClient } from './page-client.ts';
import type { PageSnapshot } from './page-snapshot.ts';

export interface ClientContext {
  client: PageClient;
  snapshot: PageSnapshot;
}

export const clientContext = createContext<ClientContext | null>(null);

/** The link itself with what it knows, for the parts that show its state or switch people. */
export function useClient(): ClientContext {
  const context = useContext(clientContext);
  if (context === null) throw new Error('useClient is called outside the page');
  return context;
}
