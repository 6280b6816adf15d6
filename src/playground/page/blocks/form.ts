import { createContext, useContext } from 'react';
import type { Entry } from '../../interactions/element-values.ts';
import type { ElementPlace } from '../../page-api/page-protocol.ts';
import type { Option } from './elements/options.ts';
import type { Fields } from './read-block.ts';

/** Something to press or to fill in, and the block it stands in. */
export interface Placed {
  element: Fields;
  blockId: string;
  actionId: string;
  /** Whether each change is sent to the app. */
  sends: boolean;
}

/** What the elements of one message or view share. */
export interface Form {
  place: ElementPlace;
  surface: 'message' | 'modal' | 'home';
  /** What an element holds now. */
  entryOf(placed: Placed): Entry;
  /** Keeps an entry without sending it. */
  keep(placed: Placed, entry: Entry): void;
  /**
   * Keeps what was chosen and sends it where the element sends; asks first when it wants that.
   *
   * @returns false when the person thought better of it.
   */
  change(placed: Placed, entry: Entry): Promise<boolean>;
  /** Sends an entry to the app; asks first when there is a `confirm` object. */
  send(placed: Placed, entry: Entry, confirm?: unknown): Promise<void>;
  /** Whether the app has still to acknowledge what was done here. */
  isSending(placed: Placed): boolean;
  /** What is wrong with a block, for people; empty when nothing is. */
  problemOf(blockId: string): string;
  /** Options that the app suggested and that were seen, by value. */
  seen: Map<string, Option>;
}

export const formContext = createContext<Form | null>(null);

/** The form around an element. */
export function useForm(): Form {
  const form = useContext(formContext);
  if (form === null) throw new Error('useForm is called outside of blocks');
  return form;
}
