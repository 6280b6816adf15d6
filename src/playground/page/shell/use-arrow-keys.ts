import { type KeyboardEvent, useCallback } from 'react';

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Moves the focus up and down a list with the arrow keys, Home and End, as Slack does in its
 * sidebar and among messages. Keys pressed within an item, in a text field say, are left alone.
 *
 * @param selector which elements of the list are its items.
 */
export function useArrowKeys(selector: string): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      const step = steps[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!(event.target instanceof HTMLElement) || !event.target.matches(selector)) return;
      const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
      const next = items[step(items.indexOf(event.target), items.length)];
      event.preventDefault();
      next?.focus();
    },
    [selector],
  );
}
