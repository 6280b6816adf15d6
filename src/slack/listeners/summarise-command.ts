import { z } from 'zod';
import { abortSignalOf } from '../incoming/intake.ts';
import { readSummariseCommand } from '../incoming/summarise-command.ts';
import { withErrorReference } from '../interactions/error-reference.ts';
import { openView } from '../interactions/open-view.ts';
import { summaryFormFor } from '../reports/open-summary-form.ts';
import { summariseHelp } from '../reports/summarise-help.ts';
import type { RegisterListener } from './listener.ts';

const commandBody = z.object({
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  trigger_id: z.string().min(1),
  text: z.string().default(''),
});

const tooLate = 'That took too long for Slack to show the form. Please type the command again.';

/** Opens the form of a summary for who types the command alone; else finds the publication named. */
export const listenToSummariseCommand: RegisterListener = (context) => {
  const { app, log, helpChannel, clients, reporting } = context;
  app.command('/summarise', async ({ ack, body, respond, context: event }) => {
    const command = readSummariseCommand(body);
    if (command !== null) return reporting.summariseFound(command, abortSignalOf(event));
    await ack();
    const given = commandBody.parse(body);
    const tell = async (said: string): Promise<void> => {
      await respond({ response_type: 'ephemeral', text: said });
    };
    const guarded = {
      log,
      interaction: 'summarise-command',
      failed: 'The form could not be shown.',
      helpChannel,
      tell: ({ text: said }: { text: string }) => tell(said),
    };
    await withErrorReference(guarded, async () => {
      if (given.text.trim() !== '') {
        const { text, blocks } = summariseHelp();
        // The builders of blocks make them valid; Slack's types know them as one great union.
        await respond({ response_type: 'ephemeral', text, blocks: blocks as never });
        return;
      }
      const { user_id: person, channel_id: channel, trigger_id: triggerId } = given;
      const view = await summaryFormFor(context, person, { ids: [], channel });
      if (!(await openView(clients, { triggerId, view: null }, view))) await tell(tooLate);
    });
  });
};
