import {
  checkChange,
  contentOf,
  type Notice,
  type NoticeContent,
  NoticeError,
} from '../../notices/index.ts';
import type { InteractionView } from '../interactions/interaction.ts';
import type { SubmissionOutcome } from '../interactions/listen-to-submission.ts';
import { readEntered } from '../notices/composing/entered-values.ts';
import { listenToStaffForm } from '../notices/composing/for-staff.ts';
import { noticeFields, noticeViews, readFormNotices } from '../notices/composing/form-ids.ts';
import type { Writer } from '../notices/composing/notice-desk.ts';
import { choosePublicationForm } from '../notices/composing/publication-form.ts';
import {
  type ReadForm,
  type ReadFormOptions,
  readPublicationForm,
  readSessionForm,
} from '../notices/composing/read-notice-form.ts';
import { readSessionTimes } from '../notices/composing/read-times.ts';
import { templatesView } from '../notices/composing/templates-view.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const failed = 'Your notice could not be saved.';
type Entered = ReturnType<typeof readEntered>;

/** Leads through the forms of a notice to its preview; what was written is kept as a draft. */
export const listenToNoticeForms: RegisterListener = (context) => {
  const { composing } = context;
  const form = (callbackId: string) => ({ callbackId, interaction: callbackId, failed });

  listenToStaffForm(context, form(noticeViews.kind), async ({ view }, writer) => {
    const kind = readEntered(view.values).chosen(noticeFields.kind);
    if (kind === 'publication') return { view: choosePublicationForm() };
    if (kind === 'template')
      return { view: templatesView(await context.notices.store.templates()) };
    return { view: composing.forms.emptySession(writer) };
  });

  listenToStaffForm(context, form(noticeViews.choosePublication), async ({ view }, writer) => {
    const id = readEntered(view.values).chosen(noticeFields.publication) ?? '';
    const next = await composing.forms.newPublication(writer, id);
    if (next !== null) return { view: next };
    return { errors: { [noticeFields.publication]: 'Choose one of the publications offered.' } };
  });

  listenToStaffForm(context, form(noticeViews.session), ({ view }, writer) =>
    save(context, { view, writer }, readSessionForm),
  );
  listenToStaffForm(context, form(noticeViews.publication), ({ view }, writer) =>
    save(context, { view, writer }, readPublicationForm),
  );
  listenToStaffForm(context, form(noticeViews.postpone), ({ view }, writer) =>
    save(context, { view, writer }, readPostponement),
  );
};

/** Keeps what a form says as a draft, and shows it. */
async function save(
  { composing: { desk }, notices: { notices, store }, clock }: ListenerContext,
  { view, writer }: { view: InteractionView; writer: Writer },
  readForm: (entered: Entered, options: ReadFormOptions) => ReadForm,
): Promise<SubmissionOutcome> {
  const ids = readFormNotices(view.metadata);
  const [draft, target] = await Promise.all(
    [ids.draft, ids.target].map((id) => (id === null ? null : store.find(id))),
  );
  if (ids.target !== null && !target) throw gone();
  const now = clock.now();
  const entered = readEntered(view.values);
  const read = readForm(entered, {
    zone: writer.zone,
    now,
    before: target ?? null,
  });
  if ('errors' in read) return read;
  const errors = await desk.publicationErrors(read.content, writer);
  if (Object.keys(errors).length > 0) return { errors };
  const saved = await keep(draft ?? null, read.content);
  const later = entered.chosen(noticeFields.scope) === 'later';
  return { view: await desk.preview(saved, target ?? null, writer, null, later) };

  async function keep(before: Notice | null, content: NoticeContent): Promise<Notice> {
    if (before === null) return notices.draft(writer.person, content);
    if (before.state !== 'draft') {
      throw new NoticeError('notice-state', 'It has been sent meanwhile. Change it from App Home.');
    }
    return (await notices.edit(before.id, content)).notice;
  }
}

function gone(): NoticeError {
  return new NoticeError('notice-unknown', 'This notice does not exist any more.');
}

/** The notice with other times. */
function readPostponement(entered: Entered, { now, before }: ReadFormOptions): ReadForm {
  if (before === null || before.details.kind !== 'session') throw gone();
  const times = readSessionTimes(entered, now);
  if ('errors' in times) return times;
  const content = { ...contentOf(before), details: { ...before.details, ...times } };
  const problem = checkChange(content, before, now).find(({ part }) => part === 'time');
  return problem === undefined ? { content } : { errors: { [noticeFields.start]: problem.text } };
}
