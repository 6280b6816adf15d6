import { createContext } from 'react';
import type { Entry } from '../../interactions/element-values.ts';
import type { ViewValues } from '../../state/views.ts';
import type { Option } from './elements/options.ts';

/** What has been filled in but not sent; kept by whoever outlives the blocks. */
export interface Entries {
  /** By `entryKey`. */
  drafts: ReadonlyMap<string, Entry>;
  change(key: string, entry: Entry): void;
  /** What the server holds of the view; wins over initial values. */
  values: ViewValues;
  /** Block id → what is wrong. */
  problems: Readonly<Record<string, string>>;
  seen: Map<string, Option>;
}

/** Null where blocks keep their entries themselves. */
export const entriesContext = createContext<Entries | null>(null);
