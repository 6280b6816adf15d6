import type { Notice } from '../../../notices/index.ts';
import { formModal } from './form-elements.ts';
import { noticeViews } from './form-ids.ts';
import { typedTime } from './form-values.ts';
import { scopeField } from './repeat-fields.ts';
import { when } from './session-form.ts';

/**
 * The form in which a session is put off: only when it is.
 *
 * @param notice - Of a session.
 * @param later - How many of its series can be put off along with it.
 */
export function postponeForm({ id, details }: Notice, later: number): object {
  if (details.kind !== 'session') throw new Error('only a session is put off');
  const { start, end, zone } = details;
  return formModal({
    callbackId: noticeViews.postpone,
    notices: { draft: null, target: id },
    title: 'Postpone the session',
    submit: 'Preview',
    close: 'Cancel',
    blocks: [
      ...scopeField(later, false),
      ...when({ start: typedTime(start), end: typedTime(end), zone }),
    ],
  });
}
