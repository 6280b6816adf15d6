import { z } from 'zod';
import { askModalView } from '../blocks/ask-modal.ts';
import { brokenHomeView, homeActionIds } from '../blocks/home-view.ts';
import { withErrorReference } from '../interactions/error-reference.ts';
import { listenToAction } from '../interactions/listen-to-action.ts';
import { publishHome, publishView } from '../interactions/publish-home.ts';
import type { RegisterListener } from './listener.ts';

/** Bolt's types know no hash. */
const opened = z.object({ view: z.object({ hash: z.string().optional() }).optional() });

/** Fills a person's App Home whenever they open it, and lets them ask from there. */
export const listenToHomeTab: RegisterListener = (context) => {
  const { app, log, helpChannel, clients } = context;
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    const person = event.user;
    await withErrorReference(
      {
        log,
        interaction: 'home-open',
        failed: 'This page could not be put together.',
        helpChannel,
        tell: async ({ text }) => {
          await publishView(clients, person, brokenHomeView(text), null);
        },
      },
      async () => {
        const { view } = opened.parse(event);
        await publishHome(context, person, { hash: view?.hash ?? null });
      },
    );
  });

  const ask = {
    actionId: homeActionIds.ask,
    interaction: 'ask-open',
    failed: 'The form for your question could not be opened.',
  };
  listenToAction(context, ask, async (_interaction, reply) => {
    await reply.open(askModalView({ question: '', about: null, mayAnswerInThread: false }));
  });
};
