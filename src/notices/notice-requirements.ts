import { type ContentSoFar, checkChange } from './check-change.ts';
import { checkNotice } from './check-notice.ts';
import type { Notice, NoticeContent } from './notice.ts';
import { NoticeError } from './notice-error.ts';

export function unknownNotice(): NoticeError {
  return new NoticeError('notice-unknown', 'This notice does not exist any more.');
}

const stateTexts: Record<Notice['state'], string> = {
  draft: 'It is still a draft.',
  'awaiting-approval': 'It waits for somebody to agree.',
  scheduled: 'It is announced already, or will be.',
  cancelled: 'It was called off.',
};

/** @throws {NoticeError} unless the notice is in one of these states. */
export function requireState(notice: Notice, ...states: Notice['state'][]): void {
  if (notice.isTemplate) {
    throw new NoticeError('notice-state', 'It is a template: start a notice from it.');
  }
  if (states.includes(notice.state)) return;
  throw new NoticeError('notice-state', stateTexts[notice.state]);
}

/**
 * @param before - The notice so far: what was right when it was sent may be in the past by now.
 * @throws {NoticeError} unless it can be sent as it is.
 */
export function requireComplete(content: NoticeContent, now: number, before?: ContentSoFar): void {
  const [problem] =
    before === undefined ? checkNotice(content, now) : checkChange(content, before, now);
  if (problem !== undefined) throw new NoticeError('notice-incomplete', problem.text);
}

/**
 * @param seen - `changedAt` of the notice that was looked at; left out when nobody could change it.
 * @throws {NoticeError} unless this person can agree to the notice as it is.
 */
export function requireApprovable(notice: Notice, by: string, seen?: number): void {
  requireState(notice, 'awaiting-approval');
  if ([notice.author, notice.approval?.askedBy].includes(by)) {
    throw new NoticeError('notice-own-approval', 'Somebody else has to agree to your notice.');
  }
  if (seen !== undefined && notice.changedAt !== seen) {
    throw new NoticeError('notice-state', 'It was changed meanwhile. Look at it again.');
  }
}
