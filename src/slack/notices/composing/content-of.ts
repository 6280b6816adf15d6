import type { NoticeContent } from '../../../notices/index.ts';

/** What of a notice its author decides, without the rest. */
export function contentOf(notice: NoticeContent): NoticeContent {
  const { details, audience, channels, people, announceAt, reminders, remindIn } = notice;
  return { details, audience, channels, people, announceAt, reminders, remindIn };
}
