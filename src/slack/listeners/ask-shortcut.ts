import { z } from 'zod';
import { askModalView } from '../blocks/ask-modal.ts';
import { askModal, readAskedInModal } from '../incoming/asked-in-modal.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import { questionText } from '../incoming/question-text.ts';
import { withErrorReference } from '../interactions/error-reference.ts';
import { openView } from '../interactions/open-view.ts';
import { tellPerson } from '../interactions/tell-person.ts';
import { standingInTime } from '../people/standing-in-time.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const shortcutBody = z.object({
  user: z.object({ id: z.string().min(1) }),
  trigger_id: z.string().min(1),
});
const messageBody = shortcutBody.extend({
  channel: z.object({ id: z.string().min(1) }),
  message: z.looseObject({
    ts: z.string().regex(/^\d+\.\d+$/),
    thread_ts: z.string().optional(),
    text: z.string().default(''),
  }),
});

/** Opens the form in which people ask, about a message or about anything, and answers what is asked. */
export const listenToAskShortcuts: RegisterListener = (context) => {
  const { app, asking } = context;
  app.shortcut('ask_about_message', async ({ ack, body, respond }) => {
    await ack();
    const { user, trigger_id, channel, message } = messageBody.parse(body);
    const { ts, thread_ts: thread = ts } = message;
    const place = { channel: channel.id, thread: message.thread_ts ?? null };
    await open(context, { person: user.id, triggerId: trigger_id, place, respond }, async () => ({
      question: questionText(message.text),
      about: { channel: channel.id, ts, thread },
      mayAnswerInThread: (await standingInTime(asking.standingIn, channel.id)) === 'member',
    }));
  });
  app.shortcut('ask_library', async ({ ack, body }) => {
    await ack();
    const { user, trigger_id } = shortcutBody.parse(body);
    const opening = { person: user.id, triggerId: trigger_id, place: null, respond: null };
    await open(context, opening, async () => ({
      question: '',
      about: null,
      mayAnswerInThread: false,
    }));
  });
  app.view(askModal.callbackId, async ({ body, context: event }) => {
    const asked = readAskedInModal(body);
    if (asked !== null) await asking.answerInModal(asked, abortSignalOf(event));
  });
};

const tooLate =
  'That took too long for Slack to show the form. Please choose “Ask the library” again.';

interface Opening {
  person: string;
  triggerId: string;
  place: { channel: string; thread: string | null } | null;
  respond: Parameters<typeof tellPerson>[0]['respond'];
}

/** Shows the form; who waits for it in vain is told. */
async function open(
  { clients, log, helpChannel }: ListenerContext,
  { person, triggerId, place, respond }: Opening,
  content: () => Promise<Parameters<typeof askModalView>[0]>,
): Promise<void> {
  const tell = (text: string) => tellPerson({ clients, respond }, { person, place }, text);
  await withErrorReference(
    {
      log,
      interaction: 'ask-shortcut',
      failed: 'The form could not be shown.',
      helpChannel,
      tell: ({ text }) => tell(text),
    },
    async () => {
      const view = askModalView(await content());
      if (!(await openView(clients, { triggerId, view: null }, view))) await tell(tooLate);
    },
  );
}
