import type { PageState } from '../../page-api/page-protocol.ts';

/** Something to tell the person, for a while. */
export interface Notice {
  id: number;
  text: string;
}

/** What the page knows at one moment; every change makes a new one. */
export interface PageSnapshot {
  /** Null until it was read for the first time. */
  page: PageState | null;
  connection: 'connecting' | 'open' | 'lost';
  /** `performance.now()` when `page.clock` arrived. */
  clockReadAt: number;
  notices: readonly Notice[];
}
