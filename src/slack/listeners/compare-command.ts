import { z } from 'zod';
import { readCompareCommand } from '../incoming/compare-command.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import { withErrorReference } from '../interactions/error-reference.ts';
import { openView } from '../interactions/open-view.ts';
import { compareHelp } from '../reports/compare-help.ts';
import { readComparisonStart } from '../reports/comparison-start.ts';
import { comparisonFormFor } from '../reports/open-comparison-form.ts';
import type { RegisterListener } from './listener.ts';

const commandBody = z.object({
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  trigger_id: z.string().min(1),
  text: z.string().default(''),
});

const tooLate = 'That took too long for Slack to show the form. Please type the command again.';

/** Opens the form of a comparison for who types the command alone; else finds what is named. */
export const listenToCompareCommand: RegisterListener = (context) => {
  const { app, log, helpChannel, clients, reporting } = context;
  app.command('/compare', async ({ ack, body, respond, context: event }) => {
    const command = readCompareCommand(body);
    if (command !== null) return reporting.compareNamed(command, abortSignalOf(event));
    await ack();
    const given = commandBody.parse(body);
    const tell = async (said: string): Promise<void> => {
      await respond({ response_type: 'ephemeral', text: said });
    };
    const guarded = {
      log,
      interaction: 'compare-command',
      failed: 'The form could not be shown.',
      helpChannel,
      tell: ({ text: said }: { text: string }) => tell(said),
    };
    await withErrorReference(guarded, async () => {
      if (given.text.trim() !== '') {
        const { text, blocks } = compareHelp();
        // The builders of blocks make them valid; Slack's types know them as one great union.
        await respond({ response_type: 'ephemeral', text, blocks: blocks as never });
        return;
      }
      const { user_id: person, channel_id: channel, trigger_id: triggerId } = given;
      const start = readComparisonStart('');
      const view = await comparisonFormFor(context, person, { start, channel });
      if (!(await openView(clients, { triggerId, view: null }, view))) await tell(tooLate);
    });
  });
};
