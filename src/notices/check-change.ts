import { checkNotice, type NoticeProblem } from './check-notice.ts';
import type { Notice, NoticeContent } from './notice.ts';

/** A notice as it is before a change; of a draft its content alone is enough. */
export type ContentSoFar = NoticeContent & Partial<Pick<Notice, 'seriesId'>>;

/**
 * What keeps a notice from being changed to this: what was right when it was sent, and is past by now,
 * is no reason not to change the rest. How often a session takes place says nothing of one of a
 * series that is made already, which can be put off to any date.
 *
 * @param now - UTC ms.
 */
export function checkChange(
  content: NoticeContent,
  before: ContentSoFar,
  now: number,
): NoticeProblem[] {
  const isMade = (before.seriesId ?? null) !== null;
  const known = checkNotice(before, now).map(({ text }) => text);
  const problems = checkNotice(isMade ? once(content) : content, now);
  return problems.filter(({ text }) => !known.includes(text));
}

function once(content: NoticeContent): NoticeContent {
  if (content.details.kind !== 'session') return content;
  const { recurrence: _, ...details } = content.details;
  return { ...content, details };
}
