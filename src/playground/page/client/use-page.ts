import { createContext, useContext } from 'react';
import type { PageAction, PageActResult, PageState } from '../../page-api/page-protocol.ts';

export interface PageContext {
  page: PageState;
  /** Does something as the person. Never throws; failures are for the caller to tell. */
  act(action: PageAction): Promise<PageActResult>;
  /** Tells the person something for a few seconds, screen readers at once. */
  notify(text: string): void;
}

export const pageContext = createContext<PageContext | null>(null);

/** What the page shows and what can be done; only below the page's provider. */
export function usePage(): PageContext {
  const context = useContext(pageContext);
  if (context === null) throw new Error('usePage is called outside the page');
  return context;
}
