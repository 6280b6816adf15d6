import type { AgentThread } from './agent-threads.ts';
import type { Change } from './change.ts';
import { changeAgentThread, clearStatus } from './change-agent-threads.ts';
import { editMessage } from './change-messages.ts';
import type { Message } from './messages.ts';
import type { Workspace } from './workspace.ts';

/** A stream ends five minutes after its start, whatever is appended meanwhile. */
export const streamLifeMs = 300_000;

const streamKey = ({ channel, ts }: Message): string => `stream ${channel} ${ts}`;
const statusKey = ({ channel, threadTs }: AgentThread): string => `status ${channel} ${threadTs}`;

/**
 * Ends what lasts for a time only, when that time is over: streams and status lines. Without this
 * people would see them until something else happens.
 */
export function startExpiries(workspace: Workspace): { stop(): void } {
  const timers = new Map<string, () => void>();
  const { clock } = workspace;
  const cancel = (key: string): void => {
    timers.get(key)?.();
    timers.delete(key);
  };
  const plan = (key: string, at: number, action: () => void): void => {
    cancel(key);
    const expire = (): void => {
      timers.delete(key);
      action();
    };
    timers.set(key, clock.schedule(at - clock.now(), expire));
  };

  const watchStream = (message: Message): void => {
    const { stream } = message;
    if (stream === null) return;
    if (stream.state !== 'in_progress') cancel(streamKey(message));
    else if (!timers.has(streamKey(message))) {
      plan(streamKey(message), stream.startedAt + streamLifeMs, () => endStream(message));
    }
  };
  const endStream = (message: Message): void => {
    if (message.stream?.state !== 'in_progress') return;
    const stream = { ...message.stream, state: 'expired' as const };
    editMessage(workspace, message, { stream }, null);
    changeAgentThread(workspace, message.channel, message.threadTs, { sessionStatus: 'active' });
  };
  const watchStatus = (thread: AgentThread): void => {
    const { channel, threadTs, status, statusExpiresAt } = thread;
    if (status === '') cancel(statusKey(thread));
    else plan(statusKey(thread), statusExpiresAt, () => clearStatus(workspace, channel, threadTs));
  };
  const watchEverything = (): void => {
    for (const key of [...timers.keys()]) cancel(key);
    const { conversations, agentThreads } = workspace.state;
    for (const { messages } of Object.values(conversations)) messages.forEach(watchStream);
    agentThreads.forEach(watchStatus);
  };

  const stopListening = workspace.onChange((change: Change) => {
    if (change.type === 'message-posted' || change.type === 'message-changed') {
      watchStream(change.message);
    } else if (change.type === 'agent-thread-changed') watchStatus(change.thread);
    else if (change.type === 'state-replaced') watchEverything();
  });
  watchEverything();
  return {
    stop() {
      stopListening();
      for (const key of [...timers.keys()]) cancel(key);
    },
  };
}
