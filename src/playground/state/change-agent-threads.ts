import type { AgentThread } from './agent-threads.ts';
import type { Workspace } from './workspace.ts';

/** What the app has set on a conversation with it; made when there is nothing yet. */
export function agentThread(
  workspace: Workspace,
  channel: string,
  threadTs: string | null,
): AgentThread {
  const existing = workspace.state.agentThreads.findLast(
    (thread) => thread.channel === channel && thread.threadTs === threadTs,
  );
  if (existing !== undefined) return existing;
  const thread: AgentThread = {
    channel,
    threadTs,
    status: '',
    loadingMessages: [],
    statusExpiresAt: 0,
    title: '',
    suggestedPromptsTitle: '',
    suggestedPrompts: [],
    sessionStatus: null,
  };
  workspace.state.agentThreads.push(thread);
  return thread;
}

/** Changes it and tells listeners. */
export function changeAgentThread(
  workspace: Workspace,
  channel: string,
  threadTs: string | null,
  change: Partial<Omit<AgentThread, 'channel' | 'threadTs'>>,
): AgentThread {
  const thread = Object.assign(agentThread(workspace, channel, threadTs), change);
  workspace.announce({ type: 'agent-thread-changed', thread });
  return thread;
}

/** The status line as people see it now; empty when none is set or its two minutes are over. */
export function visibleStatus(workspace: Workspace, thread: AgentThread): string {
  return workspace.clock.now() < thread.statusExpiresAt ? thread.status : '';
}

/** Takes the status line away, as Slack does when the app says something. */
export function clearStatus(workspace: Workspace, channel: string, threadTs: string | null): void {
  const thread = workspace.state.agentThreads.findLast(
    (candidate) => candidate.channel === channel && candidate.threadTs === threadTs,
  );
  if (thread === undefined || thread.status === '') return;
  changeAgentThread(workspace, channel, threadTs, { status: '', loadingMessages: [] });
}
