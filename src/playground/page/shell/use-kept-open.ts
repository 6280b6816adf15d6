import { useEffect, useState } from 'react';

/**
 * True while something is open and a moment longer: until the focus is back on what opened it,
 * which has to be in sight to take it.
 */
export function useKeptOpen(isOpen: boolean): boolean {
  const [isKept, setIsKept] = useState(isOpen);
  useEffect(() => {
    if (isOpen) {
      setIsKept(true);
      return;
    }
    // The focus comes back in the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setIsKept(false));
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
  return isOpen || isKept;
}
