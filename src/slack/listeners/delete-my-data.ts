import { deleteActionId } from '../blocks/home-personal-data.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import { publishHome } from '../interactions/publish-home.ts';
import type { RegisterListener } from './listener.ts';

/** Deletes what is stored about whoever confirms it, and shows them what was deleted. */
export const listenToDataDeletion: RegisterListener = (context) => {
  const options = {
    actionId: deleteActionId,
    interaction: 'data-delete',
    failed: 'Your data could not be deleted, or not be shown as deleted.',
  };
  listenToAction(context, options, async ({ person, view }) => {
    const before = await context.personalData.describe(person);
    // Their places go to those who wait, who are told so.
    await context.notices.forgetReplies(person);
    const deleted = { ...(await context.personalData.erase(person)), replies: before.replies };
    const { questions, feedback, fileSummaries, replies, calendars, digest } = deleted;
    context.log.info(
      { questions, feedback, file_summaries: fileSummaries, replies, calendars },
      'personal-data-erased',
    );
    const hash = view?.hash ?? null;
    if (await publishHome(context, person, { hash, deleted })) return;
    // After a second press nothing is left to delete: the page already says what the first did.
    if (questions + feedback + fileSummaries + replies + calendars > 0 || digest)
      await publishHome(context, person, { hash: null, deleted });
  });
};
