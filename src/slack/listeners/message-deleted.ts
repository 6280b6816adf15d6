import { readDeletedMessage } from '../incoming/deleted-message.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import type { RegisterListener } from './listener.ts';

/** Takes back the answers to questions that were deleted. */
export const listenToDeletions: RegisterListener = ({ app, asking, ownUser }) => {
  app.message(async ({ body, context }) => {
    const deleted = readDeletedMessage(body, ownUser);
    if (deleted !== null) await asking.withdrawAnswer(deleted, abortSignalOf(context));
  });
};
