import type { PageState } from '../../page-api/page-protocol.ts';
import type { AgentThread } from '../../state/agent-threads.ts';

/** What the app is doing in a thread now. */
export interface AgentActivity {
  /** What follows the app's name, e.g. `is searching…`; empty when nothing is said. */
  status: string;
  loadingMessages: string[];
  /** UTC ms after which the status no longer holds. */
  until: number;
  /** The app works on an answer, which can be stopped. */
  isWorking: boolean;
  title: string;
}

const find = (page: PageState, channel: string, thread: string | null): AgentThread | undefined =>
  page.agentThreads.find((one) => one.channel === channel && one.threadTs === thread);

/** What the app is doing in a thread, or in a conversation outside threads (`thread` null). */
export function agentActivity(
  page: PageState,
  channel: string,
  thread: string | null,
): AgentActivity {
  const found = find(page, channel, thread);
  const messages = page.conversations.find(({ id }) => id === channel)?.messages ?? [];
  const isStreaming = messages.some(
    (message) => message.threadTs === thread && message.stream?.state === 'in_progress',
  );
  return {
    status: found?.status ?? '',
    loadingMessages: found?.loadingMessages ?? [],
    until: found?.statusExpiresAt ?? 0,
    isWorking: found?.sessionStatus === 'processing' || isStreaming,
    title: found?.title ?? '',
  };
}
