import { checkMaterials, type Notice, NoticeError } from '../../notices/index.ts';
import { messageView } from '../blocks/message-view.ts';
import { readEntered } from '../notices/composing/entered-values.ts';
import { listenToStaffAction, listenToStaffForm } from '../notices/composing/for-staff.ts';
import {
  noticeActions,
  noticeFields,
  noticeViews,
  readFormNotices,
} from '../notices/composing/form-ids.ts';
import { materialsForm, readMaterials } from '../notices/composing/materials-form.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const texts = {
  told: 'The card shows them. In a moment everybody who was going or may have come is told; until then you can still remove them.',
  quiet: 'The card shows them as they are now. Nobody is told, as nothing was added.',
  withheld:
    ' Where guests or people of other organisations are, or may be, the card does not: to have it show them there, press “Change”, and say so in the preview.',
};

/** Has staff attach materials to a session, change them and remove them. */
export const listenToMaterials: RegisterListener = (context) => {
  const { notices, composing } = context;

  const attach = {
    actionId: noticeActions.attach,
    interaction: 'materials-open',
    failed: 'The form could not be shown.',
  };
  listenToStaffAction(context, attach, async ({ value }, reply) => {
    const notice = await sessionOf(context, value);
    const { materials } = notice.details;
    const chosen = await composing.forms.chosen(materials?.publications ?? []);
    await reply.open(materialsForm(notice.id, materials, chosen));
  });

  const save = {
    callbackId: noticeViews.materials,
    interaction: 'materials-save',
    failed: 'The materials could not be saved.',
  };
  listenToStaffForm(context, save, async ({ view }, writer) => {
    const session = await sessionOf(context, readFormNotices(view.metadata).target ?? '');
    const { id, audience, details } = session;
    const entered = readMaterials(readEntered(view.values));
    const [problem] = checkMaterials({ ...entered, edition: 0 });
    if (problem !== undefined) return { errors: { [noticeFields.links]: problem } };
    const errors = await composing.desk.materialErrors(entered.publications, { audience }, writer);
    if (Object.keys(errors).length > 0) return { errors };
    const materials = { ...entered, edition: 0 };
    const after = { ...session, details: { ...details, materials } };
    const { question } = await composing.desk.outsiders(after, session);
    const showAll = question === null;
    const { notice, tells } = await notices.attachMaterials(id, entered, { showAll });
    void composing.author.renew(notice);
    const text = tells ? texts.told : texts.quiet;
    const isWithheld = notice.seenByAll !== undefined;
    return { view: messageView('Saved', isWithheld ? text + texts.withheld : text) };
  });
};

/** @throws {NoticeError} */
async function sessionOf({ notices }: ListenerContext, id: string) {
  const notice = await notices.store.find(id);
  if (notice === null || !isSession(notice)) {
    throw new NoticeError('notice-unknown', 'This session does not exist any more.');
  }
  return notice;
}

type SessionNotice = Notice & { details: Extract<Notice['details'], { kind: 'session' }> };

function isSession(notice: Notice): notice is SessionNotice {
  return notice.details.kind === 'session';
}
