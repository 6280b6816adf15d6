import { readAskedFileSummary } from '../incoming/asked-file-summary.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import { fileForm, uploadActions } from '../uploads/upload-ids.ts';
import type { RegisterListener } from './listener.ts';

/** Summarises files of people, by the button under the offer and by the form of a message's file. */
export const listenToFileSummaries: RegisterListener = ({ app, uploads }) => {
  app.action(uploadActions.summarise, async ({ body, context }) => {
    const asked = readAskedFileSummary(body);
    if (asked !== null) await uploads.summarise(asked, abortSignalOf(context));
  });
  for (const callbackId of [fileForm.callbackId, fileForm.begun]) {
    app.view(callbackId, async ({ body, context }) => {
      const asked = readAskedFileSummary(body);
      if (asked !== null) await uploads.summarise(asked, abortSignalOf(context));
    });
  }
  // What is chosen there is read when the button is pressed.
  for (const menu of [uploadActions.length, uploadActions.reader]) {
    app.action(menu, async ({ ack }) => ack());
  }
};
