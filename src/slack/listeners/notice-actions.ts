import { type Notice, NoticeError } from '../../notices/index.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { ActionReply } from '../interactions/listen-to-action.ts';
import { publishHome } from '../interactions/publish-home.ts';
import { listenToStaffAction } from '../notices/composing/for-staff.ts';
import { noticeActions } from '../notices/composing/form-ids.ts';
import type { Writer } from '../notices/composing/notice-desk.ts';
import { noticeView } from '../notices/composing/notice-view.ts';
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
  const refresh = (pressed: Pressed): Promise<void> => refreshHome(context, pressed);

  on('open', 'The notice could not be shown.', async ({ notice, reply, writer }) => {
    const view =
      notice.state === 'draft'
        ? await desk.preview(notice, null, writer, null)
        : noticeView(notice, await desk.card(notice), writer.zone);
    await reply.open(view);
  });
  on('change', 'The form could not be shown.', async ({ notice, reply, writer }) => {
    await reply.open(await forms.filledIn(notice, { draft: null, target: notice.id }, writer));
  });
  on('postpone', 'The form could not be shown.', async ({ notice, reply }) => {
    await reply.open(forms.postpone(notice));
  });
  on('duplicate', 'The form could not be shown.', async ({ notice, reply, writer }) => {
    await reply.open(await forms.duplicate(notice, writer));
  });
  on('callOff', 'It could not be called off.', async (pressed) => {
    const calledOff = await notices.notices.cancel(pressed.notice.id);
    await author.renew(calledOff);
    await refresh(pressed);
  });
  on('undo', 'It could not be taken back.', async (pressed) => {
    const { notice } = pressed;
    try {
      const draft = await notices.notices.takeBack(notice.id);
      if (notice.state === 'awaiting-approval')
        await approvals.renew(notice, { kind: 'taken-back' });
      await author.renew(draft);
    } catch (error) {
      // It does not offer any more what cannot be done.
      if (error instanceof NoticeError) await author.renew(notice);
      throw error;
    }
    await refresh(pressed);
  });
  on('remove', 'The draft could not be deleted.', async (pressed) => {
    const { notice, interaction } = pressed;
    if (notice.state !== 'draft' || notice.author !== interaction.person) {
      throw new NoticeError('notice-state', 'Only your own drafts can be deleted.');
    }
    await notices.store.remove(notice.id);
    if (interaction.view === null) await pressed.reply.tell('The draft is deleted.');
    await refresh(pressed);
  });
};

/** Shows on App Home what was done there. */
async function refreshHome(context: ListenerContext, { interaction }: Pressed): Promise<void> {
  const { person, view } = interaction;
  if (view?.kind === 'home') await publishHome(context, person, { hash: view.hash });
}
