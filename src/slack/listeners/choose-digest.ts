import { listenToAction } from '../interactions/listen-to-action.ts';
import { publishHome } from '../interactions/publish-home.ts';
import { choiceOfAction, digestActionIds } from '../notices/digest/home-digest.ts';
import type { RegisterListener } from './listener.ts';

/** Keeps how somebody wants the weekly digest, and shows them that it does. */
export const listenToDigestChoices: RegisterListener = (context) => {
  const options = {
    actionId: digestActionIds,
    interaction: 'digest-choose',
    failed: 'What you chose could not be kept, or not be shown.',
  };
  listenToAction(context, options, async ({ person, actionId }) => {
    const choice = choiceOfAction(actionId);
    if (choice === null) return;
    await context.notices.digestChoices.choose(person, choice);
    context.log.info({ choice }, 'digest-chosen');
    await publishHome(context, person, { hash: null });
  });
};
