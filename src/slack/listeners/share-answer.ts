import { abortSignalOf } from '../incoming/intake.ts';
import { readShareRequest, shareActions } from '../incoming/share-request.ts';
import type { RegisterListener } from './listener.ts';

/** Shows a channel the answer that somebody got with the command. */
export const listenToSharing: RegisterListener = ({ app, asking }) => {
  for (const actionId of Object.values(shareActions)) {
    app.action(actionId, async ({ body, context }) => {
      const request = readShareRequest(body);
      if (request !== null) await asking.shareAnswer(request, abortSignalOf(context));
    });
  }
};
