import { NoticeError } from '../../notices/index.ts';
import { messageView } from '../blocks/message-view.ts';
import { readEntered } from '../notices/composing/entered-values.ts';
import { listenToStaffForm } from '../notices/composing/for-staff.ts';
import { noticeFields, noticeViews, readFormNotices } from '../notices/composing/form-ids.ts';
import type { RegisterListener } from './listener.ts';

/** Calls off one session of a series, or it and all later ones. */
export const listenToSeriesCallOff: RegisterListener = (context) => {
  const { notices, composing } = context;
  const form = {
    callbackId: noticeViews.callOff,
    interaction: 'series-call-off',
    failed: 'It could not be called off.',
  };
  listenToStaffForm(context, form, async ({ view }) => {
    const { target } = readFormNotices(view.metadata);
    if (target === null) {
      throw new NoticeError('notice-unknown', 'This notice does not exist any more.');
    }
    const isLater = readEntered(view.values).chosen(noticeFields.scope) === 'later';
    const calledOff = isLater
      ? await notices.series.cancelFrom(target)
      : [await notices.notices.cancel(target)];
    for (const notice of calledOff) void composing.author.renew(notice);
    const what = calledOff.length === 1 ? 'The session is' : `${calledOff.length} sessions are`;
    const text = `${what} called off. What was posted says so, and everybody who replied is told.`;
    return { view: messageView('Called off', text) };
  });
};
