import type { ReceiverEvent } from '@slack/bolt';
import { homeActionIds } from '../blocks/home-view.ts';
import { askModal } from '../incoming/asked-in-modal.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import { publishHome } from '../interactions/publish-home.ts';
import type { RegisterListener } from './listener.ts';

/**
 * Asks an example of the App Home in the person's name, in their conversation with Concord, as if
 * they had filled in the form with it. Two presses on the same page ask once.
 */
export const listenToExamples: RegisterListener = (context) => {
  const options = {
    actionId: homeActionIds.askExample,
    interaction: 'example-ask',
    failed: 'The question could not be asked.',
  };
  listenToAction(context, options, async (interaction) => {
    const { person, view, value } = interaction;
    // The inbox takes it from here, and sees to it that it is answered once.
    await context.app.processEvent({ body: submissionOf(interaction), ack: async () => {} });
    await publishHome(context, person, { hash: view?.hash ?? null, asked: value });
  });
};

function submissionOf({ person, team, view, value, actionId }: Interaction): ReceiverEvent['body'] {
  const { callbackId, question } = askModal;
  const values = { [question.blockId]: { [question.actionId]: { value } } };
  return {
    type: 'view_submission',
    user: { id: person, team_id: team },
    view: {
      id: [person, view?.id, view?.hash, actionId].join(':'),
      callback_id: callbackId,
      private_metadata: '',
      state: { values },
    },
  };
}
