import { useCallback } from 'react';
import type { PageAction, PageActResult } from '../../page-api/page-protocol.ts';
import { usePage } from './use-page.ts';

/**
 * Does something as the person and tells them when it failed, or when the app did not acknowledge
 * it in time.
 */
export function useAct(): (action: PageAction) => Promise<PageActResult> {
  const { page, act, notify } = usePage();
  const { name } = page.app;
  return useCallback(
    async (action) => {
      const result = await act(action);
      if (!result.ok) notify(result.error);
      else if (result.acknowledged === false) {
        notify(`${name} did not respond in time. Try again in a moment.`);
      }
      return result;
    },
    [act, notify, name],
  );
}
