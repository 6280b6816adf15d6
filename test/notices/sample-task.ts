import type { OutboxTask } from '../../src/notices/index.ts';

/** An announcement that was sent to a channel. */
export function sampleTask(change: Partial<OutboxTask> = {}): OutboxTask {
  return {
    id: 't1',
    noticeId: 'n1',
    occasion: 'announcement',
    place: 'C1',
    dueAt: 0,
    uselessAt: null,
    state: 'sent',
    failures: 0,
    renewals: 0,
    message: { channel: 'C1', messageId: '1.1' },
    problem: null,
    finishedAt: 1,
    ...change,
  };
}
