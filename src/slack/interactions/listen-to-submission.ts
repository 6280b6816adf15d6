import type { ModalView } from '@slack/types';
import { messageView } from '../blocks/message-view.ts';
import type { ListenerContext } from '../listeners/listener.ts';
import { withErrorReference } from './error-reference.ts';
import { type Interaction, readInteraction } from './interaction.ts';

export interface SubmissionOptions {
  callbackId: string;
  /** What the person did, for the log: `feedback-reason`. */
  interaction: string;
  /** Says to the person what failed. */
  failed: string;
}

/** What becomes of a form: errors by block id, or a view in its place. */
export type SubmissionOutcome = { errors: Record<string, string> } | { view: object };

/**
 * Deals with a form and only then acknowledges it, so that the person sees what became of it; what
 * it does must take less than three seconds. A failure is shown in place of the form.
 */
export function listenToSubmission(
  context: ListenerContext,
  { callbackId, interaction, failed }: SubmissionOptions,
  handle: (interaction: Interaction) => Promise<SubmissionOutcome>,
): void {
  const { app, log, helpChannel } = context;
  app.view({ type: 'view_submission', callback_id: callbackId }, async ({ ack, body }) => {
    const submitted = readInteraction(body);
    if (submitted === null) {
      log.warn({ interaction }, 'interaction-unreadable');
      await ack();
      return;
    }
    const show = (view: object): Promise<void> =>
      // The builders of views make them valid; Slack's types know them as one great union.
      ack({ response_action: 'update', view: view as ModalView });
    await withErrorReference(
      {
        log,
        interaction,
        failed,
        helpChannel,
        tell: ({ text }) => show(messageView('That did not work', text)),
      },
      async () => {
        const outcome = await handle(submitted);
        if ('errors' in outcome) await ack({ response_action: 'errors', errors: outcome.errors });
        else await show(outcome.view);
      },
    );
  });
}
