import { abortSignalOf } from '../incoming/intake.ts';
import { readPapersPress } from '../incoming/papers-press.ts';
import { papersActionId } from '../notices/papers/papers-button.ts';
import { createSummarisePapers } from '../notices/papers/summarise-papers.ts';
import { createFindPermalink } from '../notices/permalinks.ts';
import type { RegisterListener } from './listener.ts';

/** Summarises what there is to read of a notice, by the button on its card. */
export const listenToPapers: RegisterListener = (context) => {
  const summarisePapers = createSummarisePapers({
    ...context,
    notices: context.notices.store,
    tellPrivately: context.asking.tellPrivately,
    findPermalink: createFindPermalink(context.clients),
  });
  context.app.action(papersActionId, async ({ body, context: event }) => {
    const press = readPapersPress(body);
    if (press !== null) await summarisePapers(press, abortSignalOf(event));
  });
};
