import { z } from 'zod';
import { withErrorReference } from '../interactions/error-reference.ts';
import { openView } from '../interactions/open-view.ts';
import { kindForm } from '../notices/composing/kind-form.ts';
import { notStaffView } from '../notices/composing/not-staff-view.ts';
import { noticeHelp } from '../notices/composing/notice-help.ts';
import { choosePublicationForm } from '../notices/composing/publication-form.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const commandBody = z.object({
  user_id: z.string().min(1),
  trigger_id: z.string().min(1),
  text: z.string().default(''),
});

const tooLate = 'That took too long for Slack to show the form. Please type the command again.';

/** Opens the form of a notice for staff who type the command. */
export const listenToNoticeCommand: RegisterListener = (context) => {
  const { app, log, helpChannel, clients } = context;
  app.command('/notice', async ({ ack, body, respond }) => {
    await ack();
    const { user_id: person, trigger_id: triggerId, text } = commandBody.parse(body);
    const tell = async (said: string): Promise<void> => {
      await respond({ response_type: 'ephemeral', text: said });
    };
    const guarded = {
      log,
      interaction: 'notice-command',
      failed: 'The form could not be shown.',
      helpChannel,
      tell: ({ text: said }: { text: string }) => tell(said),
    };
    await withErrorReference(guarded, async () => {
      if (text.trim().toLowerCase() === 'help') {
        const { text: said, blocks } = noticeHelp();
        // The builders of blocks make them valid; Slack's types know them as one great union.
        await respond({ response_type: 'ephemeral', text: said, blocks: blocks as never });
        return;
      }
      const view = await firstForm(context, person, text);
      if (!(await openView(clients, { triggerId, view: null }, view))) await tell(tooLate);
    });
  });
};

/** The form that somebody gets who wants to write a notice. @param kind as they typed it. */
export async function firstForm(
  { composing: { desk, forms, someStaff } }: ListenerContext,
  person: string,
  kind: string,
): Promise<object> {
  const writer = await desk.writer(person);
  if (writer === null) return notStaffView(await someStaff());
  switch (kind.trim().toLowerCase()) {
    case 'session':
      return forms.emptySession(writer);
    case 'publication':
      return choosePublicationForm();
    default:
      return kindForm();
  }
}
