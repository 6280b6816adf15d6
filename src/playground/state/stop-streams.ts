import { changeAgentThread, clearStatus } from './change-agent-threads.ts';
import { editMessage } from './change-messages.ts';
import type { Conversation } from './conversations.ts';
import { repliesOf } from './find.ts';
import type { Workspace } from './workspace.ts';

/** What Slack does when a person presses Stop: streams in the thread end, the app is told. */
export function stopStreams(
  workspace: Workspace,
  conversation: Conversation,
  threadTs: string,
  user: string,
): void {
  const stopped: string[] = [];
  for (const message of repliesOf(conversation, threadTs)) {
    if (message.stream?.state !== 'in_progress') continue;
    const stream = { ...message.stream, state: 'stopped_by_user' as const };
    editMessage(workspace, message, { stream }, null);
    stopped.push(message.ts);
  }
  clearStatus(workspace, conversation.id, threadTs);
  changeAgentThread(workspace, conversation.id, threadTs, { sessionStatus: 'active' });
  workspace.announce({
    type: 'agent-session-stopped',
    channel: conversation.id,
    threadTs,
    user,
    streams: stopped,
  });
}
