import { readAskedCommand } from '../incoming/asked-command.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import type { RegisterListener } from './listener.ts';

/** Answers questions asked with the command, for the asker alone. */
export const listenToAskCommand: RegisterListener = ({ app, asking }) => {
  app.command('/ask', async ({ body, context }) => {
    const command = readAskedCommand(body);
    if (command !== null) await asking.answerCommand(command, abortSignalOf(context));
  });
};
