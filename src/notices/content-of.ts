import type { NoticeContent } from './notice.ts';

/** What of a notice its author decides, without the rest: its state is not copied into another. */
export function contentOf(notice: NoticeContent): NoticeContent {
  const { details, audience, channels, people, announceAt, reminders, remindIn } = notice;
  return { details, audience, channels, people, announceAt, reminders, remindIn };
}
