import { readChangedMessage } from '../incoming/changed-message.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import type { RegisterListener } from './listener.ts';

/** Answers questions again whose words were changed. */
export const listenToEdits: RegisterListener = ({ app, asking, uploads, ownUser }) => {
  app.message(async ({ body, context }) => {
    const changed = readChangedMessage(body, ownUser);
    if (changed === null) return;
    const signal = abortSignalOf(context);
    if (await uploads.take(changed.message, changed.changedAt, signal)) return;
    await asking.reviseAnswer(changed, signal);
  });
};
