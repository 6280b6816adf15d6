import { z } from 'zod';
import { withErrorReference } from '../interactions/error-reference.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import { openView } from '../interactions/open-view.ts';
import { tellPerson } from '../interactions/tell-person.ts';
import { noticeActions } from '../notices/composing/form-ids.ts';
import type { RegisterListener } from './listener.ts';
import { firstForm } from './notice-command.ts';

const shortcutBody = z.object({
  user: z.object({ id: z.string().min(1) }),
  trigger_id: z.string().min(1),
});

const failed = 'The form could not be shown.';
const tooLate = 'That took too long for Slack to show the form. Please choose “New notice” again.';

/** Opens the form of a notice from anywhere in Slack, and from App Home. */
export const listenToNoticeShortcut: RegisterListener = (context) => {
  const { app, log, helpChannel, clients } = context;
  app.shortcut('new_notice', async ({ ack, body }) => {
    await ack();
    const { user, trigger_id: triggerId } = shortcutBody.parse(body);
    const tell = (text: string): Promise<void> =>
      tellPerson({ clients, respond: null }, { person: user.id, place: null }, text);
    const guarded = {
      log,
      interaction: 'notice-shortcut',
      failed,
      helpChannel,
      tell: ({ text }: { text: string }) => tell(text),
    };
    await withErrorReference(guarded, async () => {
      const view = await firstForm(context, user.id, '');
      if (!(await openView(clients, { triggerId, view: null }, view))) await tell(tooLate);
    });
  });

  const button = { actionId: noticeActions.compose, interaction: 'notice-compose', failed };
  listenToAction(context, button, async ({ person }, reply) => {
    await reply.open(await firstForm(context, person, ''));
  });
};
