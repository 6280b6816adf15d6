import type { NoticeDesk } from '../compose-notice-desk.ts';
import type { NoticesConfig } from '../config-notices.ts';
import type { MessageContent } from '../messaging/index.ts';
import { type Notice, type PlannedTask, planTasks, type WantedNotice } from '../notices/index.ts';
import { describeTask, sessionTime } from './describe-notice.ts';

/** What sending a notice of a file would do. */
export interface ForeseenNotice {
  /** Null for one that is new each time the file is sent. */
  id: string | null;
  title: string;
  wasKnown: boolean;
  /** Empty for what was sent before. A task for all participants is one message to each. */
  tasks: PlannedTask[];
  /** Null for what was sent before. */
  message: MessageContent | null;
  /** For people. */
  lines: string[];
}

/** Works out what would be sent of a notice, without changing anything. */
export async function foreseeNotice(
  { id, content, known }: WantedNotice,
  author: string,
  { desk, settings, now }: { desk: NoticeDesk; settings: NoticesConfig; now: number },
): Promise<ForeseenNotice> {
  const { title } = content.details;
  const head = [title, sessionTime(content)].filter((line) => line !== null);
  if (known !== null && known.state !== 'draft') {
    const lines = [...head, '  sent before: it would be left as it is'];
    return { id, title, wasKnown: true, tasks: [], message: null, lines };
  }
  const notice: Notice = {
    ...content,
    id: id ?? 'new',
    state: 'scheduled',
    author,
    approval: null,
    approvedBy: null,
    seriesId: null,
    version: 0,
    lastChange: null,
    announceAt: content.announceAt ?? now + settings.graceMs,
    createdAt: now,
    changedAt: now,
  };
  const tasks = planTasks(notice, { now, quiet: settings.quietHours }).sort(
    (one, other) => one.dueAt - other.dueAt,
  );
  const message = await desk.drawCard(notice);
  const lines = [
    ...head,
    `  for ${content.audience}, by ${author}${settings.needsApproval ? ', once somebody else has agreed' : ''}`,
    ...tasks.map((task) => `  ${describeTask(task, settings.timeZone)}`),
    ...message.text.split('\n').map((line) => `  | ${line}`),
    '',
  ];
  return { id, title, wasKnown: false, tasks, message, lines };
}
