import { readAskedFileSummary } from '../incoming/asked-file-summary.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import { openView } from '../interactions/open-view.ts';
import { fileFormView } from '../uploads/file-form.ts';
import { fileForm, uploadActions } from '../uploads/upload-ids.ts';
import { readUploadedFiles } from '../uploads/uploaded-file.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

/** Summarises files of people, by the button under the offer and by the form of a message's file. */
export const listenToFileSummaries: RegisterListener = ({ app, uploads }) => {
  app.action(uploadActions.summarise, async ({ body, context }) => {
    const asked = readAskedFileSummary(body);
    if (asked !== null) await uploads.summarise(asked, abortSignalOf(context));
  });
  app.view(fileForm.callbackId, async ({ body, context }) => {
    const asked = readAskedFileSummary(body);
    if (asked !== null) await uploads.summarise(asked, abortSignalOf(context));
  });
  // What is chosen there is read when the button is pressed.
  for (const menu of [uploadActions.length, uploadActions.reader]) {
    app.action(menu, async ({ ack }) => ack());
  }
};

export type FileFormOutcome = 'opened' | 'too-late' | 'no-readable-file';

/**
 * Shows the form with which somebody has a file of a message summarised for themselves.
 *
 * @param files as Slack sends them with a message.
 */
export async function openFileForm(
  { clients }: Pick<ListenerContext, 'clients'>,
  triggerId: string,
  files: readonly unknown[],
): Promise<FileFormOutcome> {
  const view = fileFormView(readUploadedFiles(files));
  if (view === null) return 'no-readable-file';
  const isOpen = await openView(clients, { triggerId, view: null }, view);
  return isOpen ? 'opened' : 'too-late';
}
