import { NoticeError } from '../../../notices/index.ts';
import { messageView } from '../../blocks/message-view.ts';
import type { Interaction } from '../../interactions/interaction.ts';
import {
  type ActionOptions,
  type ActionReply,
  listenToAction,
} from '../../interactions/listen-to-action.ts';
import {
  listenToSubmission,
  type SubmissionOptions,
  type SubmissionOutcome,
} from '../../interactions/listen-to-submission.ts';
import type { ListenerContext } from '../../listeners/listener.ts';
import { notStaffView } from './not-staff-view.ts';
import type { Writer } from './notice-desk.ts';

const cannot = 'That cannot be done';

/**
 * Listens to a button for staff: whoever may not write notices by now is told who may. What cannot
 * be done with a notice as it stands is explained.
 */
export function listenToStaffAction(
  context: ListenerContext,
  options: ActionOptions,
  handle: (interaction: Interaction, reply: ActionReply, writer: Writer) => Promise<void>,
): void {
  const { composing } = context;
  listenToAction(context, options, async (interaction, reply) => {
    const writer = await composing.desk.writer(interaction.person);
    if (writer === null) return reply.open(notStaffView(await composing.someStaff()));
    try {
      await handle(interaction, reply, writer);
    } catch (error) {
      if (!(error instanceof NoticeError)) throw error;
      if (interaction.view === null) await reply.tell(error.forPeople);
      else await reply.open(messageView(cannot, error.forPeople));
    }
  });
}

/** Listens to a form for staff, in the same way. */
export function listenToStaffForm(
  context: ListenerContext,
  options: SubmissionOptions,
  handle: (
    interaction: Interaction & { view: NonNullable<Interaction['view']> },
    writer: Writer,
  ) => Promise<SubmissionOutcome>,
): void {
  const { composing } = context;
  listenToSubmission(context, options, async (interaction) => {
    const { view } = interaction;
    const writer = await composing.desk.writer(interaction.person);
    if (writer === null) return { view: notStaffView(await composing.someStaff()) };
    if (view === null) throw new Error('a form is submitted in a view');
    try {
      return await handle({ ...interaction, view }, writer);
    } catch (error) {
      if (!(error instanceof NoticeError)) throw error;
      return { view: messageView(cannot, error.forPeople) };
    }
  });
}
