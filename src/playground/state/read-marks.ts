import { lookUp } from './look-up.ts';
import type { Workspace } from './workspace.ts';

/** `ts` of the last message a person has seen in a conversation; null when they have seen none. */
export function lastRead(workspace: Workspace, userId: string, channel: string): string | null {
  return lookUp(lookUp(workspace.state.lastRead, userId) ?? {}, channel) ?? null;
}

/** Notes that a person has seen everything up to a message. Marks only move forward. */
export function markRead(workspace: Workspace, userId: string, channel: string, ts: string): void {
  if (ts <= (lastRead(workspace, userId, channel) ?? '')) return;
  const marks = workspace.state.lastRead;
  marks[userId] = { ...marks[userId], [channel]: ts };
  workspace.announce({ type: 'conversation-read', channel, user: userId });
}
