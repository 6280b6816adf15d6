import type { Notice } from './notice.ts';

/** What of a notice changes when a second person is asked to agree: it is kept as it is now. */
export function askApproval(
  notice: Notice,
  askedBy: string,
  askedAt: number,
): Pick<Notice, 'state' | 'approval'> {
  const { details, audience, channels, people, announceAt, reminders, remindIn } = notice;
  const content = { details, audience, channels, people, announceAt, reminders, remindIn };
  return { state: 'awaiting-approval', approval: { askedBy, askedAt, content } };
}
