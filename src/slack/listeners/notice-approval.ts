import { type Notice, NoticeError } from '../../notices/index.ts';
import { display } from '../blocks/describe-publication.ts';
import { messageView } from '../blocks/message-view.ts';
import { approvalValue, readApprovalValue } from '../notices/composing/approval-message.ts';
import { declineForm } from '../notices/composing/decline-form.ts';
import { readEntered } from '../notices/composing/entered-values.ts';
import { listenToStaffAction, listenToStaffForm } from '../notices/composing/for-staff.ts';
import { noticeActions, noticeFields, noticeViews } from '../notices/composing/form-ids.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

/** Lets a second person agree to a notice, or say why not. */
export const listenToNoticeApproval: RegisterListener = (context) => {
  const { notices, composing } = context;
  const { approvals, author } = composing;

  const approve = {
    actionId: noticeActions.approve,
    interaction: 'notice-approve',
    failed: 'The notice could not be approved.',
  };
  listenToStaffAction(context, approve, async ({ person, value }) => {
    const asked = await waitingNotice(context, value);
    const notice = await notices.notices.approve(asked.id, person, asked.changedAt);
    await approvals.renew(notice, { kind: 'approved', by: person });
    await author.tell(notice);
  });

  const decline = {
    actionId: noticeActions.decline,
    interaction: 'notice-decline',
    failed: 'The form could not be shown.',
  };
  listenToStaffAction(context, decline, async ({ person, value }, reply) => {
    const asked = await waitingNotice(context, value);
    refuseOwn(asked, person);
    await reply.open(declineForm(approvalValue(asked), display(asked.details.title, 150)));
  });

  const reason = {
    callbackId: noticeViews.decline,
    interaction: 'notice-decline-reason',
    failed: 'The notice could not be declined.',
  };
  listenToStaffForm(context, reason, async ({ person, view }) => {
    const asked = await waitingNotice(context, view.metadata);
    refuseOwn(asked, person);
    const why = readEntered(view.values).text(noticeFields.reason);
    if (why === '') return { errors: { [noticeFields.reason]: 'Say what is to be changed.' } };
    const draft = await notices.notices.takeBack(asked.id);
    // Both may have to wait for their turn, the modal must not.
    void approvals.renew(asked, { kind: 'declined', by: person });
    void author.tell(draft, { by: person, reason: why });
    return { view: messageView('Declined', 'Its author is told why, and has it back as a draft.') };
  });
};

/**
 * The notice that a button is about, as it was when the button was drawn.
 *
 * @throws {NoticeError} when it has changed since, or does not wait any more.
 */
async function waitingNotice(
  { notices, composing }: ListenerContext,
  value: string,
): Promise<Notice> {
  const { id, changedAt } = readApprovalValue(value);
  const notice = await notices.store.find(id);
  if (notice === null) {
    throw new NoticeError('notice-unknown', 'This notice does not exist any more.');
  }
  if (notice.state === 'awaiting-approval' && notice.changedAt !== changedAt) {
    await composing.approvals.renew(notice, { kind: 'waiting' });
    const text =
      'It was changed after this was drawn. The message says what changed: look at it again.';
    throw new NoticeError('notice-state', text);
  }
  if (notice.state !== 'awaiting-approval') {
    throw new NoticeError('notice-state', 'It does not wait for anybody to agree any more.');
  }
  return notice;
}

function refuseOwn({ author, approval }: Notice, person: string): void {
  if (![author, approval?.askedBy].includes(person)) return;
  throw new NoticeError('notice-own-approval', 'This notice is yours: take it back instead.');
}
