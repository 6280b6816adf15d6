import { useMemo } from 'react';
import { type PageContext, usePage } from '../client/use-page.ts';

/**
 * What rows need to know of the page. It changes only with what they show, so that a message more
 * does not draw all others again: what is said in conversations may be out of date in it.
 */
export function useRowPage(): PageContext {
  const { page, act, notify } = usePage();
  const { me, people, groups, app, agentThreads, clock } = page;
  const conversations = page.conversations
    .map(({ id, name, isMember, isArchived }) => [id, name, isMember, isArchived].join(' '))
    .join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest of the page is what is left out.
  return useMemo(
    () => ({ page, act, notify }),
    [me, people, groups, app, agentThreads, clock, conversations, act, notify],
  );
}
