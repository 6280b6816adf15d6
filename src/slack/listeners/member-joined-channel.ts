import type { RegisterListener } from './listener.ts';

/** Somebody who joins a channel may be a guest: who can see it is looked up anew. */
export const listenToJoins: RegisterListener = ({ app, directory }) => {
  app.event('member_joined_channel', async ({ event }) => {
    directory.forgetChannel(event.channel);
  });
};
