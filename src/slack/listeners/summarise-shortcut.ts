import { z } from 'zod';
import { audiencesUpTo } from '../../people/index.ts';
import { messageView } from '../blocks/message-view.ts';
import { withErrorReference } from '../interactions/error-reference.ts';
import { openView } from '../interactions/open-view.ts';
import { tellPerson } from '../interactions/tell-person.ts';
import { namedPublications } from '../reports/named-publications.ts';
import { summaryFormFor } from '../reports/open-summary-form.ts';
import { fileFormView } from '../uploads/file-form.ts';
import { readUploadedFiles } from '../uploads/uploaded-file.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const messageBody = z.object({
  user: z.object({ id: z.string().min(1) }),
  trigger_id: z.string().min(1),
  channel: z.object({ id: z.string().min(1) }),
  message: z.looseObject({
    thread_ts: z.string().optional(),
    files: z.array(z.unknown()).default([]),
  }),
});

const tooLate =
  'That took too long for Slack to show the form. Please choose “Summarise this” again.';
const nothingNamed =
  'This message names no publication that you may read. I can summarise a publication of the library: type /summarise to choose one, or use this on a message that links to one, on one of my answers, or on a notice. I can also summarise a file that you send me.';

/** Opens the form of a summary with the file of a message, or the publication that it names. */
export const listenToSummariseShortcut: RegisterListener = (context) => {
  const { app, clients, log, helpChannel } = context;
  app.shortcut('summarise_message', async ({ ack, body, respond }) => {
    await ack();
    const { user, trigger_id: triggerId, channel, message } = messageBody.parse(body);
    const place = { channel: channel.id, thread: message.thread_ts ?? null };
    const tell = (text: string): Promise<void> =>
      tellPerson({ clients, respond }, { person: user.id, place }, text);
    const guarded = {
      log,
      interaction: 'summarise-shortcut',
      failed: 'The form could not be shown.',
      helpChannel,
      tell: ({ text }: { text: string }) => tell(text),
    };
    await withErrorReference(guarded, async () => {
      const view = await viewFor(context, user.id, channel.id, message);
      if (!(await openView(clients, { triggerId, view: null }, view))) await tell(tooLate);
    });
  });
};

async function viewFor(
  context: ListenerContext,
  person: string,
  channel: string,
  message: { files: readonly unknown[] },
): Promise<object> {
  const fileForm = fileFormView(readUploadedFiles(message.files), context.reportUsage !== null);
  if (fileForm !== null) return fileForm;
  const { rank, groups } = await context.directory.rolesOf(person);
  const reader = { person, audiences: audiencesUpTo(rank, groups) };
  const named = await namedPublications(context, message, reader);
  if (named.length === 0) return messageView('Nothing to summarise', nothingNamed);
  return summaryFormFor(context, person, { ids: named.map(({ id }) => id), channel });
}
