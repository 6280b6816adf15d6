import { z } from 'zod';
import type { MessageContent } from '../../messaging/index.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import {
  type ReportCommand,
  type ReportCommandName,
  readReportCommand,
} from '../incoming/report-command.ts';
import { withErrorReference } from '../interactions/error-reference.ts';
import { openView } from '../interactions/open-view.ts';
import type { ListenerContext } from './listener.ts';

/** What a command does that leads to a report. */
export interface ReportCommandParts {
  name: ReportCommandName;
  /** Deals with what was typed after it. */
  take(command: ReportCommand, signal: AbortSignal): Promise<void>;
  help(): MessageContent;
  /** The form for who types it alone. */
  formFor(person: string, channel: string): Promise<object>;
}

const commandBody = z.object({
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  trigger_id: z.string().min(1),
  text: z.string().default(''),
});

const tooLate = 'That took too long for Slack to show the form. Please type the command again.';

/** Opens a form for who types a command alone, says how it is used, or deals with what is named. */
export function listenToReportCommand(
  { app, log, helpChannel, clients }: ListenerContext,
  { name, take, help, formFor }: ReportCommandParts,
): void {
  app.command(name, async ({ ack, body, respond, context: event }) => {
    const command = readReportCommand(name, body);
    if (command !== null) return take(command, abortSignalOf(event));
    await ack();
    const given = commandBody.parse(body);
    const tell = async (said: string): Promise<void> => {
      await respond({ response_type: 'ephemeral', text: said });
    };
    const guarded = {
      log,
      interaction: `${name.slice(1)}-command`,
      failed: 'The form could not be shown.',
      helpChannel,
      tell: ({ text: said }: { text: string }) => tell(said),
    };
    await withErrorReference(guarded, async () => {
      if (given.text.trim() !== '') {
        const { text, blocks } = help();
        // The builders of blocks make them valid; Slack's types know them as one great union.
        await respond({ response_type: 'ephemeral', text, blocks: blocks as never });
        return;
      }
      const view = await formFor(given.user_id, given.channel_id);
      const triggerId = given.trigger_id;
      if (!(await openView(clients, { triggerId, view: null }, view))) await tell(tooLate);
    });
  });
}
