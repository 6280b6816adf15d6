import { type Notice, NoticeError } from '../../notices/index.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { ActionReply } from '../interactions/listen-to-action.ts';
import { publishHome } from '../interactions/publish-home.ts';
import { updateView } from '../interactions/update-view.ts';
import { callOffForm } from '../notices/composing/call-off-form.ts';
import { listenToStaffAction } from '../notices/composing/for-staff.ts';
import { noticeActions } from '../notices/composing/form-ids.ts';
import type { Writer } from '../notices/composing/notice-desk.ts';
import { noticeView } from '../notices/composing/notice-view.ts';
import { seriesView } from '../notices/composing/series-view.ts';
import { templatesView } from '../notices/composing/templates-view.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

interface Pressed {
  notice: Notice;
  interaction: Interaction;
  reply: ActionReply;
  writer: Writer;
}

/** What staff do with notices that are written already, from messages and from App Home. */
export const listenToNoticeActions: RegisterListener = (context) => {
  const { composing, notices } = context;
  const { forms, author, approvals, desk } = composing;

  const on = (
    action: keyof typeof noticeActions,
    failed: string,
    handle: (pressed: Pressed) => Promise<void>,
  ): void => {
    const actionId = noticeActions[action];
    const options = { actionId, interaction: actionId, failed };
    listenToStaffAction(context, options, async (interaction, reply, writer) => {
      const notice = await notices.store.find(interaction.value);
      if (notice === null) {
        throw new NoticeError('notice-unknown', 'This notice does not exist any more.');
      }
      await handle({ notice, interaction, reply, writer });
    });
  };

  on('open', 'The notice could not be shown.', async ({ notice, reply, writer }) => {
    const view =
      notice.state === 'draft'
        ? await desk.preview(notice, null, writer, null)
        : noticeView(notice, await desk.card(notice), writer.zone);
    await reply.open(view);
  });
  on('change', 'The form could not be shown.', async ({ notice, reply, writer }) => {
    const ids = { draft: null, target: notice.id };
    const around = await desk.around(null, notice);
    await reply.open(await forms.filledIn(notice, ids, writer, around));
  });
  on('postpone', 'The form could not be shown.', async ({ notice, reply }) => {
    await reply.open(forms.postpone(notice, await desk.around(null, notice)));
  });
  on('duplicate', 'The form could not be shown.', async ({ notice, reply, writer }) => {
    await reply.open(await forms.duplicate(notice, writer));
  });
  on('allDates', 'The dates could not be shown.', async ({ notice, reply }) => {
    const { seriesId } = notice;
    const all = seriesId === null ? [notice] : await notices.store.ofSeries(seriesId);
    await reply.open(seriesView(all, context.clock.now()));
  });
  on('callOff', 'It could not be called off.', async (pressed) => {
    const { id, seriesId } = pressed.notice;
    if (seriesId !== null) {
      const later = await notices.series.later(id);
      return pressed.reply.open(callOffForm(pressed.notice, later.length));
    }
    const calledOff = await notices.notices.cancel(id);
    await author.renew(calledOff);
    await refresh(context, pressed);
  });
  on('undo', 'It could not be taken back.', async (pressed) => {
    const { notice } = pressed;
    try {
      const draft = await takeBack(context, notice);
      if (notice.state === 'awaiting-approval')
        await approvals.renew(notice, { kind: 'taken-back' });
      await author.renew(draft);
    } catch (error) {
      // It does not offer any more what cannot be done.
      if (error instanceof NoticeError) await author.renew(notice);
      throw error;
    }
    await refresh(context, pressed);
  });
  on('remove', 'The draft could not be deleted.', async (pressed) => {
    const { notice, interaction } = pressed;
    const isOwn = notice.author === interaction.person || notice.isTemplate;
    if (notice.state !== 'draft' || !isOwn) {
      throw new NoticeError('notice-state', 'Only your own drafts can be deleted.');
    }
    await notices.store.remove(notice.id);
    if (interaction.view === null) await pressed.reply.tell('The draft is deleted.');
    if (interaction.view !== null && notice.isTemplate) {
      const templates = await notices.store.templates();
      return updateView(context.clients, interaction.view.id, templatesView(templates));
    }
    await refresh(context, pressed);
  });
};

/** With the first of a series the others are taken back that were made of the same draft. */
async function takeBack(
  { notices: { notices, series } }: ListenerContext,
  { id, seriesId, details }: Notice,
): Promise<Notice> {
  const isFirst = seriesId === id && details.kind === 'session' && details.recurrence !== undefined;
  if (!isFirst) return notices.takeBack(id);
  const [draft] = await series.takeBack(seriesId);
  if (draft === undefined) throw new NoticeError('notice-unknown', 'It does not exist any more.');
  return draft;
}

/** Shows on App Home, or among all dates, what was done there. */
async function refresh(context: ListenerContext, { interaction, notice }: Pressed): Promise<void> {
  const { person, view } = interaction;
  if (view?.kind === 'home') await publishHome(context, person, { hash: view.hash });
  if (view?.kind === 'modal' && notice.seriesId !== null) {
    const all = await context.notices.store.ofSeries(notice.seriesId);
    await updateView(context.clients, view.id, seriesView(all, context.clock.now()));
  }
}
