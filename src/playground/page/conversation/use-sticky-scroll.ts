import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So near the end counts as the end, px. */
const nearPx = 64;

export interface StickyScroll {
  /** What scrolls. */
  scroller: RefObject<HTMLDivElement | null>;
  /** What grows within it. */
  content: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  toEnd(): void;
}

/**
 * Keeps the end of a conversation in view while it grows, as long as it was in view; somebody who
 * reads further up is never moved.
 *
 * @param place changes when another conversation is shown; it is shown from `startAt` on.
 * @param startAt selector of what to bring into view first; the end when there is no such thing.
 * @param onSeeEnd told whether the end is in view, at first and whenever that changes.
 */
export function useStickyScroll(
  place: string,
  startAt: string,
  onSeeEnd: (isAtEnd: boolean) => void,
): StickyScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [isAtEnd, setIsAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
    sticks.current = true;
    setIsAtEnd(true);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with every conversation.
  useLayoutEffect(() => {
    const first = content.current?.querySelector(startAt);
    if (first == null) {
      toEnd();
      return;
    }
    first.scrollIntoView({ block: 'center' });
  }, [place, toEnd]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements change with the place.
  useEffect(() => {
    const element = scroller.current;
    const inner = content.current;
    if (element === null || inner === null) return;
    let lastTop = element.scrollTop;
    const look = (): void => {
      const top = element.scrollTop;
      const isNear = element.scrollHeight - top - element.clientHeight < nearPx;
      // What was added since the last frame is not yet scrolled to: only going up lets go of the end.
      if (isNear || top < lastTop) sticks.current = isNear;
      lastTop = top;
      setIsAtEnd(sticks.current);
    };
    const grow = new ResizeObserver(() => {
      if (sticks.current) element.scrollTop = element.scrollHeight;
      look();
    });
    sticks.current = element.scrollHeight - lastTop - element.clientHeight < nearPx;
    look();
    grow.observe(inner);
    grow.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      grow.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [place]);

  useEffect(() => onSeeEnd(isAtEnd), [isAtEnd, onSeeEnd]);

  return { scroller, content, isAtEnd, toEnd };
}
