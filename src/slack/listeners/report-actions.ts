import { audiencesUpTo } from '../../people/index.ts';
import {
  type KeptReport,
  reportDocx,
  reportFileName,
  reportMarkdown,
} from '../../summaries/index.ts';
import { abortSignalOf } from '../incoming/intake.ts';
import { readReportShare } from '../incoming/report-share.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import { sendFile } from '../notices/send-file.ts';
import { reportActions, reportViews } from '../reports/report-ids.ts';
import { shareForm } from '../reports/share-form.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const texts = {
  notKept:
    'This is not kept any more, or you may not read all that it draws on now. Ask for it again.',
  ownFile: 'This is about a file of yours, so only you see it.',
  comment: 'Here it is to take away, with its sources and every quote.',
  sent: 'The file is in your conversation with Concord.',
};

/** What people do with a report: share it with a channel, or take it away as a file. */
export const listenToReportActions: RegisterListener = (context) => {
  const { app, reporting } = context;
  const share = {
    actionId: reportActions.share,
    interaction: 'report-share',
    failed: 'The form could not be shown.',
  };
  listenToAction(context, share, async ({ person, value }, reply) => {
    const kept = await findReport(context, person, value);
    if (kept === null) return reply.tell(texts.notKept);
    if (kept.owner !== null) return reply.tell(texts.ownFile);
    await reply.open(shareForm(kept.id));
  });
  app.view(reportViews.share, async ({ body, context: event }) => {
    const shared = readReportShare(body);
    if (shared !== null) await reporting.share(shared, abortSignalOf(event));
  });

  takeAway(context, reportActions.word, async (kept) => ({
    filename: reportFileName(kept.report, 'docx'),
    content: await reportDocx(kept.report, kept),
  }));
  takeAway(context, reportActions.markdown, async (kept) => ({
    filename: reportFileName(kept.report, 'md'),
    content: reportMarkdown(kept.report, kept),
  }));
};

/** Sends a report as a file to whoever presses the button, if they may read all of it now. */
function takeAway(
  context: ListenerContext,
  actionId: string,
  fileOf: (kept: KeptReport) => Promise<{ filename: string; content: string | Uint8Array }>,
): void {
  const { clients, asking } = context;
  const { directConversations } = asking;
  const options = { actionId, interaction: actionId, failed: 'The file could not be sent.' };
  listenToAction(context, options, async ({ person, value, place }, reply) => {
    const kept = await findReport(context, person, value);
    if (kept === null) return reply.tell(texts.notKept);
    const file = { person, ...(await fileOf(kept)), comment: texts.comment };
    await sendFile({ clients, directConversations }, file);
    // Whoever pressed it in that conversation sees the file.
    if (place?.channel !== (await directConversations.open(person))) await reply.tell(texts.sent);
  });
}

/** The report, if the person may read all that it draws on now. */
async function findReport(
  { summaries, directory }: ListenerContext,
  person: string,
  id: string,
): Promise<KeptReport | null> {
  const { rank, groups } = await directory.rolesOf(person);
  return summaries.find(id, { person, audiences: audiencesUpTo(rank, groups) });
}
