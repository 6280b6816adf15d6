import { documentKinds } from '../../library/index.ts';
import { audiencesUpTo } from '../../people/index.ts';
import { messageView } from '../blocks/message-view.ts';
import { browseLibrary, type LibrarySearch } from '../browsing/browse-library.ts';
import { browserActions } from '../browsing/browser-ids.ts';
import { browserView } from '../browsing/browser-view.ts';
import { detailsView } from '../browsing/details-view.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import { listenToSubmission } from '../interactions/listen-to-submission.ts';
import { updateView } from '../interactions/update-view.ts';
import { readEntered } from '../notices/composing/entered-values.ts';
import { readableBy } from '../notices/readable-by.ts';
import type { ListenerContext, RegisterListener } from './listener.ts';

const gone = 'This publication is not in the library any more, or not for you to read now.';
const failed = 'The library could not be shown.';

/** Lets people look through what of the library they may read, from their App Home. */
export const listenToLibraryBrowser: RegisterListener = (context) => {
  const open = { actionId: browserActions.open, interaction: 'library-open', failed };
  listenToAction(context, open, async ({ person }, reply) => {
    await reply.open(await viewFor(context, person, { typed: '', kind: null, page: 0 }));
  });

  const { search, kind, previous, next } = browserActions;
  for (const actionId of [search, kind, previous, next]) {
    const turn = { actionId, interaction: 'library-search', failed };
    listenToAction(context, turn, async (interaction) => {
      const { person, view } = interaction;
      if (view === null) return;
      const shown = await viewFor(context, person, searchIn(interaction));
      await updateView(context.clients, view.id, shown);
    });
  }

  const submitted = { callbackId: browserActions.open, interaction: 'library-search', failed };
  listenToSubmission(context, submitted, async (interaction) => ({
    view: await viewFor(context, interaction.person, searchIn(interaction)),
  }));

  const details = {
    actionId: browserActions.details,
    interaction: 'library-details',
    failed: 'The publication could not be shown.',
  };
  listenToAction(context, details, async ({ person, value }, reply) => {
    const [publication] = await readableBy(context, [value], person);
    if (publication === undefined) return reply.open(messageView('Not to be found', gone));
    await reply.open(detailsView(publication, await context.library.text(publication.id)));
  });
};

/** What is entered now; a new search begins at its first page. */
function searchIn({ view, actionId, value }: Interaction): LibrarySearch {
  const entered = readEntered(view?.values ?? {});
  const chosen = entered.chosen(browserActions.kind);
  const turns = actionId === browserActions.previous || actionId === browserActions.next;
  return {
    typed: entered.text(browserActions.search),
    kind: documentKinds.find((each) => each === chosen) ?? null,
    page: turns && /^\d{1,4}$/.test(value) ? Number(value) : 0,
  };
}

async function viewFor(
  { library, directory }: ListenerContext,
  person: string,
  search: LibrarySearch,
): Promise<object> {
  const { rank, groups } = await directory.rolesOf(person);
  const readable = await library.readable(audiencesUpTo(rank, groups));
  return browserView(browseLibrary(readable, search));
}
