import { contentOf, type EditOptions, type Notice, NoticeError } from '../../notices/index.ts';
import { messageView } from '../blocks/message-view.ts';
import { readInteraction } from '../interactions/interaction.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import { updateView } from '../interactions/update-view.ts';
import { readEntered } from '../notices/composing/entered-values.ts';
import { listenToStaffAction, listenToStaffForm } from '../notices/composing/for-staff.ts';
import {
  type FormNotices,
  noticeActions,
  noticeFields,
  noticeViews,
  readFormNotices,
} from '../notices/composing/form-ids.ts';
import { inertBlocks } from '../notices/composing/inert-blocks.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const withheld =
  ' Where guests or people of other organisations are, or may be, only its time and place are.';

/** Sends what a preview shows, to everybody or to whoever looks at it, or has it changed. */
export const listenToNoticePreview: RegisterListener = (context) => {
  const { composing, clients, notices, app } = context;
  const { desk, forms } = composing;

  const edit = {
    actionId: noticeActions.edit,
    interaction: 'notice-edit',
    failed: 'The form could not be shown.',
  };
  listenToStaffAction(context, edit, async ({ view }, _reply, writer) => {
    if (view === null) return;
    const ids = readFormNotices(view.metadata);
    const draft = await draftOf(context, ids);
    const target = ids.target === null ? null : await notices.store.find(ids.target);
    const around = await desk.around(draft, target);
    const form = await forms.filledIn(contentOf(draft), ids, writer, around);
    await updateView(clients, view.id, form);
  });

  const sample = {
    actionId: noticeActions.sendToMyself,
    interaction: 'notice-sample',
    failed: 'The notice could not be sent to you.',
  };
  listenToStaffAction(context, sample, async ({ person, view, triggerId }, _reply, writer) => {
    if (view === null) return;
    const ids = readFormNotices(view.metadata);
    const draft = await draftOf(context, ids);
    const { text, blocks } = await desk.card(draft);
    await composing.deliver({
      subject: `notice-sample:${draft.id}`,
      occasion: triggerId,
      channel: await composing.directConversations.open(person),
      thread: null,
      answers: null,
      content: { text, blocks: inertBlocks(blocks) },
    });
    const target = ids.target === null ? null : await notices.store.find(ids.target);
    const done = 'Sent to you, in your conversation with Concord.';
    await updateView(clients, view.id, await desk.preview(draft, target, writer, done, ids.later));
  });

  const keep = {
    actionId: noticeActions.keepAsTemplate,
    interaction: 'notice-template',
    failed: 'The notice could not be kept as a template.',
  };
  listenToStaffAction(context, keep, async ({ person, view }, _reply, writer) => {
    if (view === null) return;
    const draft = await draftOf(context, readFormNotices(view.metadata));
    await notices.notices.draft(person, contentOf(draft), { isTemplate: true });
    const done = 'Kept as a template that all of the staff can start from.';
    await updateView(clients, view.id, await desk.preview(draft, null, writer, done));
  });

  const inert = {
    actionId: new RegExp(`^${noticeActions.inert}`),
    interaction: 'notice-sample-press',
    failed: 'That is only a sample.',
  };
  listenToAction(context, inert, async ({ view }, reply) => {
    if (view === null)
      await reply.tell('This is a sample that only you see: its buttons do nothing.');
  });

  const send = {
    callbackId: noticeViews.preview,
    interaction: 'notice-send',
    failed: 'The notice could not be sent. It is kept as a draft.',
  };
  listenToStaffForm(context, send, async ({ person, view }, writer) => {
    const ids = readFormNotices(view.metadata);
    const draft = await draftOf(context, ids);
    const target = ids.target === null ? null : await notices.store.find(ids.target);
    if (ids.target !== null && target === null) throw gone();
    // Who is in the channels may have changed while the preview was open.
    const { forbidden, question } = await desk.outsiders(draft, target);
    const [answered] = readEntered(view.values).list(noticeFields.showAll);
    const isOther = answered !== undefined && question !== null && answered !== question;
    if (forbidden.length > 0 || isOther) {
      const done = isOther ? 'Looked again: others are there now.' : null;
      return { view: await desk.preview(draft, target, writer, done, ids.later) };
    }
    const showAll = question === null || answered === question;
    if (target === null) return submit(context, draft, person);
    const { later } = await desk.around(draft, target);
    if (ids.later === true && later > 0)
      return change(context, draft, target, { showAll, later: true });
    if (!desk.needsApproval(target)) return change(context, draft, target, { showAll });
    return askAgain(context, { draft, target, person });
  });

  for (const callbackId of [noticeViews.preview, noticeViews.session, noticeViews.publication]) {
    app.view({ type: 'view_closed', callback_id: callbackId }, async ({ ack, body }) => {
      await ack();
      const closed = readInteraction({ ...body, trigger_id: 'none' });
      const { draft, target } = readFormNotices(closed?.view?.metadata ?? '');
      // Slack tells of it only where something was to be changed: that is not a draft to keep.
      if (closed !== null && draft !== null && target !== null) {
        await discard(context, draft, closed.person);
      }
    });
  }
};

/** @throws {NoticeError} */
async function draftOf({ notices }: ListenerContext, { draft }: FormNotices): Promise<Notice> {
  const found = draft === null ? null : await notices.store.find(draft);
  if (found === null) throw gone();
  return found;
}

function gone(): NoticeError {
  return new NoticeError('notice-unknown', 'This notice does not exist any more.');
}

async function submit(
  { notices: { notices }, composing }: ListenerContext,
  draft: Notice,
  person: string,
): Promise<{ view: object }> {
  const notice = await notices.submit(draft.id, person);
  // What the author is told may have to wait for its turn, the modal must not.
  void composing.author.tell(notice);
  if (notice.state === 'awaiting-approval') {
    composing.approvals.wake();
    const text =
      'Somebody else of the staff has been asked to agree. You are told as soon as they do.';
    return { view: messageView('Asked for approval', text) };
  }
  const isAtOnce = draft.announceAt === null;
  const others =
    notice.seriesId === notice.id && draft.seriesId === null
      ? ' Each later session is announced as long before it begins.'
      : '';
  const text = isAtOnce
    ? 'It is on its way. For a moment you can still take it back: see your conversation with Concord.'
    : 'It is scheduled. Until then you can take it back or change it: see your conversation with Concord, or its Home tab.';
  return { view: messageView(isAtOnce ? 'On its way' : 'Scheduled', text + others) };
}

async function change(
  { notices: { notices, series, store, settings }, composing, clock }: ListenerContext,
  draft: Notice,
  target: Notice,
  { showAll, later = false }: EditOptions & { later?: boolean },
): Promise<{ view: object }> {
  // A notice that nobody has to agree to any more needs its time.
  const isSet = draft.announceAt !== null || target.state !== 'scheduled';
  const announceAt = isSet ? draft.announceAt : clock.now() + settings.graceMs;
  const content = { ...contentOf(draft), announceAt };
  const changed = later
    ? await series.editFrom(target.id, content, { showAll })
    : [(await notices.edit(target.id, content, { showAll })).notice];
  await store.remove(draft.id);
  for (const notice of changed) {
    void composing.author.renew(notice);
    if (notice.state === 'awaiting-approval') {
      void composing.approvals.renew(notice, { kind: 'waiting' });
    }
  }
  const text =
    changed.length > 1
      ? `${changed.length} sessions are changed. What was posted of them is brought up to date.`
      : 'The notice is changed. What was posted of it is brought up to date.';
  const isWithheld = changed.some(({ seenByAll }) => seenByAll !== undefined);
  return { view: messageView('Changed', isWithheld ? text + withheld : text) };
}

/** Somebody agreed to something else: nothing of it is sent before somebody agrees to this. */
async function askAgain(
  context: ListenerContext,
  { draft, target, person }: { draft: Notice; target: Notice; person: string },
): Promise<{ view: object }> {
  const { notices, store, settings } = context.notices;
  await notices.takeBack(target.id);
  // What was to be sent at once still is, whenever they agree.
  const isAtOnce =
    draft.announceAt !== null && draft.announceAt <= context.clock.now() + settings.graceMs;
  const content = { ...contentOf(draft), ...(isAtOnce ? { announceAt: null } : {}) };
  const { notice } = await notices.edit(target.id, content);
  await store.remove(draft.id);
  return submit(context, notice, person);
}

/** Forgets what somebody began to change and then left as it was. */
async function discard({ notices: { store } }: ListenerContext, id: string, person: string) {
  const draft = await store.find(id);
  if (draft?.state === 'draft' && draft.author === person) await store.remove(id);
}
