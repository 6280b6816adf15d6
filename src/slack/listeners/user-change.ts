import type { RegisterListener } from './listener.ts';

/** A member may have become a guest or left: they are looked up anew. */
export const listenToChangesOfPeople: RegisterListener = ({ app, directory }) => {
  app.event('user_change', async ({ event }) => {
    directory.forgetPerson(event.user.id);
  });
};
