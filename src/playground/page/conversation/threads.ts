import type { Message } from '../../state/messages.ts';

export interface ThreadSummary {
  replyCount: number;
  /** `ts` of the last reply. */
  lastReply: string;
  /** Who has replied, in order of their first reply. */
  userIds: string[];
}

/** The summary of each thread by the `ts` of its root. */
export function summariseThreads(messages: readonly Message[]): Map<string, ThreadSummary> {
  const threads = new Map<string, ThreadSummary>();
  for (const message of messages) {
    if (message.threadTs === null) continue;
    const before = threads.get(message.threadTs);
    threads.set(message.threadTs, {
      replyCount: (before?.replyCount ?? 0) + 1,
      lastReply: message.ts,
      userIds: [...new Set([...(before?.userIds ?? []), message.user])],
    });
  }
  return threads;
}
